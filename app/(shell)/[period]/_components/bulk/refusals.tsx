import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { formatCount } from '#lib/format/amount.ts';
import styles from './bulk.module.css';

/** So many refused accounts are named; of the rest the number. */
const MOST_NAMED = 8;

/** Why accounts are left as they are, each reason once with how many and which. */
export function Refusals({
  refused,
  periodId,
}: {
  refused: readonly { text: string; accounts: readonly string[] }[];
  periodId: string;
}) {
  const t = useTranslations('bulk');
  if (refused.length === 0) return null;
  return (
    <ul className={styles.refusals}>
      {refused.map(({ text, accounts }) => (
        <li key={text}>
          {t('why', { number: formatCount(accounts.length), text })}{' '}
          {accounts.slice(0, MOST_NAMED).map((account, index) => (
            <Fragment key={account}>
              {index > 0 && ', '}
              <Link href={`/${periodId}/konti/${encodeURIComponent(account)}` as Route}>{account}</Link>
            </Fragment>
          ))}
          {accounts.length > MOST_NAMED && ` ${t('more', { number: formatCount(accounts.length - MOST_NAMED) })}`}
        </li>
      ))}
    </ul>
  );
}
