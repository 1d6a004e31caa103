import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import { NamedAccounts } from '../named-accounts.tsx';
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
          <NamedAccounts
            periodId={periodId}
            accounts={accounts}
            most={MOST_NAMED}
            tellMore={(number) => t('more', { number })}
          />
        </li>
      ))}
    </ul>
  );
}
