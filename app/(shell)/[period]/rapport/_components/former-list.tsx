import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import type { FormerCommittee } from '#lib/services/known-versions.ts';
import styles from './former-list.module.css';
import { versionsAddress } from './report-nav.tsx';

/** The committees that have left the organisation and have versions of their report: the way to these. */
export function FormerList({ period, former }: { period: string; former: readonly FormerCommittee[] }) {
  const t = useTranslations('report');
  if (former.length === 0) return null;
  return (
    <section aria-labelledby="tidligere-udvalg" className={styles.former}>
      <h2 id="tidligere-udvalg" className={styles.heading}>
        {t('formerCommittees')}
      </h2>
      <ul className={styles.list}>
        {former.map(({ code, name, version }) => (
          <li key={code}>
            <Link href={versionsAddress({ period, committee: code })}>{name === code ? code : `${code} ${name}`}</Link>{' '}
            <Tag tone="neutral">{t('newestVersion', { number: version.number, status: version.status })}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
