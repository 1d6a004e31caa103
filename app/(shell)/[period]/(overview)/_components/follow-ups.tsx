import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import styles from './overview.module.css';

const ROWS = [
  { row: 'findings', filter: '' },
  { row: 'older', filter: '?aeldre=ja' },
  { row: 'late', filter: '?deadline=overskredet' },
  { row: 'incomplete', filter: '?mangler=ja' },
] as const;

/** What is to be followed up, and which of it wants attention first. */
export function FollowUps({ overview }: { overview: Overview }) {
  const t = useTranslations('overview.followUps');
  return (
    <section>
      <h2 id="opfoelgning">{t('title')}</h2>
      <table className={styles.table} aria-labelledby="opfoelgning">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col" className={styles.number}>
              {t('count')}
            </th>
            <th scope="col" className={styles.number}>
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ row, filter }) => {
            const { count, amount } = overview[row];
            return (
              <tr key={row}>
                <th scope="row">{t(row)}</th>
                <td className={styles.number}>
                  {count === 0 ? (
                    '0'
                  ) : (
                    <Link
                      href={`/${overview.period.id}/opfoelgning${filter}` as Route}
                      aria-label={t(`link.${row}`, { count, number: formatCount(count) })}
                    >
                      {formatCount(count)}
                    </Link>
                  )}
                </td>
                <td className={styles.number}>
                  <Money amount={count === 0 ? null : amount} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
