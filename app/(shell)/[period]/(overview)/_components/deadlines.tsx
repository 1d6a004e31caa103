import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import { accountsDue, findingsDue } from './addresses.ts';
import { Amount, Count } from './figure.tsx';
import styles from './overview.module.css';

/** What has its deadline when, seen from today: plans of findings, and accounts that somebody is to reconcile. */
export function Deadlines({ overview: { period, today, deadlines } }: { overview: Overview }) {
  const t = useTranslations('overview.deadlines');
  const kinds = [
    { kind: 'findings', to: findingsDue },
    { kind: 'accounts', to: accountsDue },
  ] as const;
  return (
    <section>
      <h2 id="frister">{t('title')}</h2>
      <p className={styles.note}>{t('asOf', { today: formatDate(today) })}</p>
      <ScrollBox label={t('title')}>
        <table className={styles.table} aria-labelledby="frister">
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col" className={styles.number}>
                {t('findings')}
              </th>
              <th scope="col" className={styles.number}>
                {t('findingsAmount')}
              </th>
              <th scope="col" className={styles.number}>
                {t('accounts')}
              </th>
              <th scope="col" className={styles.number}>
                {t('accountsAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {deadlines.map((span) => (
              <tr key={span.id}>
                <th scope="row">{t(`spans.${span.id}`)}</th>
                {kinds.flatMap(({ kind, to }) => {
                  const { count, amount } = span[kind];
                  const when = t(`spans.${span.id}`);
                  return [
                    <td key={kind} className={styles.number}>
                      <Count
                        count={count}
                        href={to(period.id, span)}
                        label={t(`link.${kind}`, { number: formatCount(count), when })}
                      />
                    </td>,
                    <td key={`${kind}-amount`} className={styles.number}>
                      <Amount
                        amount={count === 0 ? null : amount}
                        href={to(period.id, span)}
                        label={t(`link.${kind}Amount`, { amount: formatOre(amount), when })}
                      />
                    </td>,
                  ];
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
