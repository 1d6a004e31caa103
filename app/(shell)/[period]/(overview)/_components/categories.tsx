import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { sum } from '#lib/domain/money.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { NOT_LOGGED, SEPARATELY } from '#lib/services/account-list.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import { Term } from '../../../_components/help/term.tsx';
import { listAddress } from './addresses.ts';
import { Amount, Count } from './figure.tsx';
import styles from './overview.module.css';
import { Share } from './share.tsx';

/** How far the accounts have come: a row for each category, with its share of those that are to be logged. */
export function Categories({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const { period, accounts, categories, notLogged, separately } = overview;
  const toLog = accounts - separately;
  const rows = [
    ...categories.map((row) => ({ ...row, filter: String(row.category) })),
    { category: null, accounts: notLogged, followUp: null, older: null, filter: NOT_LOGGED },
  ];
  return (
    <section>
      <h2 id="afstemning">{t('categories.title')}</h2>
      <table className={styles.table} aria-labelledby="afstemning">
        <thead>
          <tr>
            <th scope="col">
              <Term id="category">{t('categories.category')}</Term>
            </th>
            <th scope="col" className={styles.number}>
              {t('categories.accounts')}
            </th>
            <th scope="col" className={styles.share}>
              {t('categories.share')}
            </th>
            <th scope="col" className={styles.number}>
              <Term id="followUp">{t('categories.followUp')}</Term>
            </th>
            <th scope="col" className={styles.number}>
              <Term id="older">{t('categories.older')}</Term>
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
                <Count
                  count={row.accounts}
                  href={listAddress(period.id, 'konti', { kategori: row.filter })}
                  label={t(`categories.link.${row.filter}` as 'categories.link.1', {
                    number: formatCount(row.accounts),
                  })}
                />
              </td>
              <td className={styles.share}>
                <Share part={row.accounts} whole={toLog} category={row.category ?? 0} />
              </td>
              {(['followUp', 'older'] as const).map((part) => (
                <td key={part} className={styles.number}>
                  {row.category !== 1 && row[part] !== null && (
                    <Amount
                      amount={row[part]}
                      href={listAddress(period.id, 'opfoelgning', {
                        kategori: row.filter,
                        ...(part === 'older' && { aeldre: 'ja' }),
                      })}
                      label={t(`categories.link.${part}`, { amount: formatOre(row[part]), category: row.filter })}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('categories.separately')}</th>
            <td className={styles.number}>
              <Count
                count={separately}
                href={listAddress(period.id, 'konti', { kategori: SEPARATELY })}
                label={t('categories.link.saerskilt', { number: formatCount(separately) })}
              />
            </td>
            <td className={styles.share} />
            <td />
            <td />
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('categories.total')}</th>
            <td className={styles.number}>
              <Count
                count={accounts}
                href={listAddress(period.id, 'konti')}
                label={t('categories.link.all', { number: formatCount(accounts) })}
              />
            </td>
            <td className={styles.share} />
            <td className={styles.number}>
              <Amount
                amount={sum(categories.map(({ followUp }) => followUp))}
                href={listAddress(period.id, 'opfoelgning')}
                label={t('categories.link.followUps', {
                  amount: formatOre(sum(categories.map(({ followUp }) => followUp))),
                })}
              />
            </td>
            <td className={styles.number}>
              <Amount
                amount={sum(categories.map(({ older }) => older))}
                href={listAddress(period.id, 'opfoelgning', { aeldre: 'ja' })}
                label={t('categories.link.olders', { amount: formatOre(sum(categories.map(({ older }) => older))) })}
              />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
