import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import styles from './overview.module.css';
import { Share } from './share.tsx';

/** How far the accounts have come on their way to approval; each number leads to its accounts. */
export function Statuses({ overview }: { overview: Overview }) {
  const t = useTranslations('overview.statuses');
  const word = useTranslations('accounts.status');
  const { period, statuses, accounts, separately } = overview;
  return (
    <section>
      <h2 id="godkendelse">{t('title')}</h2>
      <table className={styles.table} aria-labelledby="godkendelse">
        <thead>
          <tr>
            <th scope="col">{t('status')}</th>
            <th scope="col" className={styles.number}>
              {t('accounts')}
            </th>
            <th scope="col" className={styles.share}>
              {t('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {statuses.map(({ value, accounts: count }) => (
            <tr key={value}>
              <th scope="row">{word(value)}</th>
              <td className={styles.number}>
                {count === 0 ? (
                  '0'
                ) : (
                  <Link
                    href={`/${period.id}/konti?status=${value}` as Route}
                    aria-label={t('link', { number: formatCount(count), status: word(value) })}
                  >
                    {formatCount(count)}
                  </Link>
                )}
              </td>
              <td className={styles.share}>
                <Share part={count} whole={accounts - separately} category={0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
