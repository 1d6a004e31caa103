'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Desk } from '../read-desk.ts';
import { AccountForm } from './account-form.tsx';
import { AccountStanding } from './account-standing.tsx';
import { BalanceChart } from './balance-chart.tsx';
import { LimitationProvider } from './limitation-mark.tsx';
import { TextTemplatesProvider } from './text-templates.tsx';
import type { FormSource } from './use-account-form.ts';

interface AccountDeskProps {
  desk: Desk;
  /** The next account of the list, or the way to it; null after the last. */
  next: Route | (() => void) | null;
}

/** What is done with an account: where it stands, what it was held against and the verdict, its figures over time. */
export function AccountDesk({ desk, next }: AccountDeskProps) {
  const t = useTranslations('account');
  const { detail, history } = desk;
  const { account, reconciliation, period, standing } = detail;
  const source = useMemo(() => toSource(desk), [desk]);
  const { today } = desk.defaults;
  const { warningMonths } = detail;
  const warning = useMemo(() => ({ today, warningMonths }), [today, warningMonths]);
  if (detail.separately) {
    return (
      <>
        <Notice title={t('separately.title')}>
          <p>
            {t('separately.balance')} <Money amount={account.balance} unit /> {t('separately.text')}
          </p>
        </Notice>
        <BalanceChart points={history.points} current={period.id} />
      </>
    );
  }
  const changed = reconciliation !== null && reconciliation.balance !== account.balance;
  return (
    <TextTemplatesProvider initial={desk.templates}>
      <AccountStanding
        periodId={period.id}
        account={account.number}
        name={account.name}
        version={detail.version}
        workflow={reconciliation?.workflow ?? null}
        rule={reconciliation?.rule ?? null}
        standing={standing}
        reconciledBy={detail.reconciledByName}
      />
      <LimitationProvider value={warning}>
        <AccountForm
          key={`${period.id}/${account.number}`}
          source={source}
          balance={account.balance}
          committee={detail.responsibility?.committee ?? ''}
          committees={detail.committees}
          olderLimit={detail.olderLimit}
          sharing={detail.sharing}
          history={history}
          next={next}
          notices={
            changed && (
              <Notice tone="attention" title={t('balanceChanged.title')}>
                <p>
                  {t('balanceChanged.from')} <Money amount={reconciliation.balance} unit />, {t('balanceChanged.to')}{' '}
                  <Money amount={account.balance} unit /> {t('balanceChanged.text')}
                </p>
              </Notice>
            )
          }
        />
      </LimitationProvider>
    </TextTemplatesProvider>
  );
}

function toSource({ detail, personId, defaults, kept }: Desk): FormSource {
  const { period, account, reconciliation, version, standing } = detail;
  const readOnly = standing.readOnly !== null;
  return { personId, periodId: period.id, account: account.number, reconciliation, version, defaults, kept, readOnly };
}
