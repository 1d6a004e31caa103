import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { Role, Unit } from '#lib/domain/permissions.ts';

/** Roles in words, such as *Regnskabsmedarbejder (KS), Godkender*. Twice the same is said once. */
export function RoleWords({ roles }: { roles: readonly { role: Role; unit: Unit | null }[] }) {
  const t = useTranslations('people');
  if (roles.length === 0) return <>{t('noRole')}</>;
  const words = roles.map(({ role, unit }) =>
    unit === null ? t(`role.${role}`) : t('roleOf', { role: t(`role.${role}`), unit: unit.code }),
  );
  return (
    <>
      {[...new Set(words)].map((word, index) => (
        <Fragment key={word}>
          {index > 0 && ', '}
          {word}
        </Fragment>
      ))}
    </>
  );
}
