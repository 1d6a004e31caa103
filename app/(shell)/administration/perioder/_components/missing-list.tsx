import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import type { Missing } from '#lib/services/count-missing.ts';
import styles from './periods.module.css';

/** The accounts that have come no further than this, by the filter *Status* of *Konti*. */
const PARTS = [
  { part: 'notBegun', status: 'ikke-paabegyndt' },
  { part: 'draft', status: 'kladde' },
  { part: 'submitted', status: 'til-godkendelse' },
  { part: 'returned', status: 'returneret' },
] as const;

/** What is missing before a period is done, each with the way to it. */
export function MissingList({ periodId, missing }: { periodId: string; missing: Missing }) {
  const t = useTranslations('periods');
  const parts = PARTS.filter(({ part }) => missing[part] > 0);
  if (parts.length === 0 && missing.checks.length === 0) return <span>{t('nothingMissing')}</span>;
  return (
    <ul className={styles.missing}>
      {parts.map(({ part, status }) => (
        <li key={part}>
          <Link href={`/${periodId}/konti?status=${status}` as Route}>
            {t(`missing.${part}`, { count: missing[part], number: formatCount(missing[part]) })}
          </Link>
        </li>
      ))}
      {missing.checks.map(({ committee, failing }) => (
        <li key={committee}>
          <Link href={`/${periodId}/rapport?udvalg=${encodeURIComponent(committee)}` as Route}>
            {t('missing.checks', { count: failing, committee })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
