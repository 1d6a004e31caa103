import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import type { Counted } from '#lib/services/overview-deadlines.ts';
import { listAddress } from './addresses.ts';
import { Amount, Count } from './figure.tsx';
import styles from './overview.module.css';

const ROWS = [
  { row: 'findings', filters: {} },
  { row: 'late', filters: { deadline: 'overskredet' } },
  { row: 'incomplete', filters: { mangler: 'ja' } },
] as const;

/** What is to be followed up, which of it wants attention first, and what is older than one year by committee. */
export function FollowUps({ overview }: { overview: Overview }) {
  const t = useTranslations('overview.followUps');
  const periodId = overview.period.id;
  const { older, olderByCommittee, names } = overview;
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
          {ROWS.map(({ row, filters }) => (
            <FollowUpRow
              key={row}
              name={t(row)}
              counted={overview[row]}
              href={listAddress(periodId, 'opfoelgning', filters)}
            />
          ))}
        </tbody>
        {older.count > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles.group}>
                {t('olderTitle')}
              </th>
            </tr>
            {olderByCommittee.map(({ committee, ...counted }) => (
              <FollowUpRow
                key={committee}
                name={names.committees.get(committee) ?? committee}
                code={committee}
                counted={counted}
                href={listAddress(periodId, 'opfoelgning', { udvalg: committee, aeldre: 'ja' })}
              />
            ))}
            <FollowUpRow
              name={t('olderTotal')}
              counted={older}
              href={listAddress(periodId, 'opfoelgning', { aeldre: 'ja' })}
            />
          </tbody>
        )}
      </table>
    </section>
  );
}

interface FollowUpRowProps {
  name: string;
  code?: string;
  counted: Counted;
  href: Route;
}

function FollowUpRow({ name, code, counted: { count, amount }, href }: FollowUpRowProps) {
  const t = useTranslations('overview.followUps');
  return (
    <tr>
      <th scope="row">
        {name} {code !== undefined && <span className={styles.muted}>{code}</span>}
      </th>
      <td className={styles.number}>
        <Count count={count} href={href} label={t('link', { count, number: formatCount(count), what: name })} />
      </td>
      <td className={styles.number}>
        <Amount
          amount={count === 0 ? null : amount}
          href={href}
          label={t('amountLink', { amount: formatOre(amount), what: name })}
        />
      </td>
    </tr>
  );
}
