import Link from 'next/link';
import { Fragment } from 'react';
import { formatCount } from '#lib/format/amount.ts';
import { accountAddress } from '../../_components/account-address.ts';

interface NamedAccountsProps {
  periodId: string;
  accounts: readonly string[];
  /** So many are named; of the rest the number. */
  most: number;
  /** Says how many more there are. */
  tellMore: (number: string) => string;
}

/** Accounts by number, each leading to its page. */
export function NamedAccounts({ periodId, accounts, most, tellMore }: NamedAccountsProps) {
  return (
    <>
      {accounts.slice(0, most).map((account, index) => (
        <Fragment key={account}>
          {index > 0 && ', '}
          <Link href={accountAddress(periodId, account)}>{account}</Link>
        </Fragment>
      ))}
      {accounts.length > most && ` ${tellMore(formatCount(accounts.length - most))}`}
    </>
  );
}
