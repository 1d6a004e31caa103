import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { sum } from '#lib/domain/money.ts';
import { formatCount } from '#lib/format/amount.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import styles from './overview.module.css';
import { Share } from './share.tsx';

/** How far the accounts have come: a row for each category, with its share of those that are to be logged. */
export function Categories({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const { period, accounts, categories, notLogged, separately } = overview;
  const toLog = accounts - separately;
  const rows = [
    ...categories.map((row) => ({ ...row, filter: String(row.category) })),
    { category: null, accounts: notLogged, followUp: null, older: null, filter: 'ikke-logget' },
  ];
  return (
    <section>
      <h2 id="afstemning">{t('categories.title')}</h2>
      <table className={styles.table} aria-labelledby="afstemning">
        <thead>
          <tr>
            <th scope="col">{t('categories.category')}</th>
            <th scope="col" className={styles.number}>
              {t('categories.accounts')}
            </th>
            <th scope="col" className={styles.share}>
              {t('categories.share')}
            </th>
            <th scope="col" className={styles.number}>
              {t('categories.followUp')}
            </th>
            <th scope="col" className={styles.number}>
              {t('categories.older')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.filter}>
              <th scope="row">
                <CategoryMark category={row.category} />
              </th>
              <td className={styles.number}>
                <Accounts period={period.id} filter={row.filter} count={row.accounts} />
              </td>
              <td className={styles.share}>
                <Share part={row.accounts} whole={toLog} category={row.category ?? 0} />
              </td>
              <td className={styles.number}>{row.category !== 1 && <Money amount={row.followUp} />}</td>
              <td className={styles.number}>{row.category !== 1 && <Money amount={row.older} />}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('categories.separately')}</th>
            <td className={styles.number}>
              <Accounts period={period.id} filter="saerskilt" count={separately} />
            </td>
            <td className={styles.share} />
            <td />
            <td />
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('categories.total')}</th>
            <td className={styles.number}>{formatCount(accounts)}</td>
            <td className={styles.share} />
            <td className={styles.number}>
              <Money amount={sum(categories.map(({ followUp }) => followUp))} />
            </td>
            <td className={styles.number}>
              <Money amount={sum(categories.map(({ older }) => older))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** A number that leads to its accounts. */
function Accounts({ period, filter, count }: { period: string; filter: string; count: number }) {
  const t = useTranslations('overview.categories');
  if (count === 0) return '0';
  return (
    <Link
      href={`/${period}/konti?kategori=${filter}` as Route}
      aria-label={t(`link.${filter}` as 'link.1', { number: formatCount(count) })}
    >
      {formatCount(count)}
    </Link>
  );
}
