import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { VersionsPage } from '#lib/services/get-versions-page.ts';

/** Says which versions the archive no longer holds as they were frozen. */
export function DamageNotice({ page: { versions } }: { page: VersionsPage }) {
  const t = useTranslations('versions');
  const locale = useLocale();
  const damaged = versions.filter(({ isDamaged }) => isDamaged).map(({ number }) => number);
  if (damaged.length === 0) return null;
  const numbers = new Intl.ListFormat(locale).format(damaged.toReversed().map(String));
  return (
    <Notice tone="bad" title={t('damagedTitle')}>
      <p>{t('damagedText', { count: damaged.length, numbers })}</p>
    </Notice>
  );
}
