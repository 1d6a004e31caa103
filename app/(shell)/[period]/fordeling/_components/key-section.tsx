'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Money } from '#components/ui/money.tsx';
import plain from '#components/ui/plain-table.module.css';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { sum } from '#lib/domain/money.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatPercent } from '#lib/format/percent.ts';
import type { KeyDetail } from '#lib/services/get-sharing.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import { KeyForm } from './key-form.tsx';
import styles from './sharing.module.css';

interface KeySectionProps {
  period: string;
  sharingKey: KeyDetail;
  committees: readonly Committee[];
  mayKeep: boolean;
}

/** A key with what it gives each committee of each of its accounts; it is changed in its place. */
export function KeySection({ period, sharingKey, committees, mayKeep }: KeySectionProps) {
  const t = useTranslations('sharing');
  const id = useId();
  const [isEditing, setEditing] = useState(false);
  const { name, kind, parts, accounts } = sharingKey;
  const weightOf = (weight: bigint) => (kind === 'percent' ? `${formatPercent(weight)} %` : `${formatOre(weight)} kr.`);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{name}</h2>
        {mayKeep && !isEditing && (
          <Button kind="quiet" aria-label={t('editOf', { name })} onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )}
      </div>
      {isEditing ? (
        <KeyForm period={period} committees={committees} sharingKey={sharingKey} onDone={() => setEditing(false)} />
      ) : accounts.length === 0 ? (
        <p>
          {parts.map(({ committee, weight }) => `${committee} ${weightOf(weight)}`).join(' · ')}.{' '}
          {t('noAccounts', { period })}
        </p>
      ) : (
        <ScrollBox label={name}>
          <table className={plain.table} aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('account')}</th>
                <th scope="col" className={styles.number}>
                  {t('balance')}
                </th>
                {parts.map(({ committee, weight }) => (
                  <th key={committee} scope="col" className={styles.number}>
                    {committee}
                    <span className={styles.weight}>{weightOf(weight)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr key={account.number}>
                  <th scope="row">
                    <Link href={accountAddress(period, account.number)}>{account.number}</Link> {account.name}
                  </th>
                  <td className={styles.number}>
                    <Money amount={account.balance} />
                  </td>
                  {parts.map(({ committee }) => (
                    <td key={committee} className={styles.number}>
                      <Money amount={account.parts.get(committee) ?? 0n} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('sum')}</th>
                <td className={styles.number}>
                  <Money amount={sum(accounts.map(({ balance }) => balance))} />
                </td>
                {parts.map(({ committee }) => (
                  <td key={committee} className={styles.number}>
                    <Money amount={sum(accounts.map((account) => account.parts.get(committee) ?? 0n))} />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
