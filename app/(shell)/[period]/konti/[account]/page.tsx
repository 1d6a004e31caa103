import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatDate } from '#lib/format/date.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { parseLanguage } from '#lib/format/messages.ts';
import { describeHistory } from '#lib/services/describe-history.ts';
import { getAccount } from '#lib/services/get-account.ts';
import { getDraft } from '#lib/services/get-draft.ts';
import { getNeighbours } from '#lib/services/get-neighbours.ts';
import { listComments } from '#lib/services/list-comments.ts';
import { AccountDocuments } from '../../_components/documents/account-documents.tsx';
import { AccountFollowUp } from './_components/account-follow-up.tsx';
import { AccountForm } from './_components/account-form.tsx';
import { AccountHead } from './_components/account-head.tsx';
import { AccountStanding } from './_components/account-standing.tsx';
import { Comments } from './_components/comments.tsx';
import { History } from './_components/history.tsx';

interface AccountPageProps {
  params: Promise<{ period: string; account: string }>;
  /** Filters and order of the list that one came from. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: AccountPageProps) {
  const { account } = await params;
  return { title: decodeURIComponent(account) };
}

/** Everything of one account in one period. */
export default async function AccountPage({ params, searchParams }: AccountPageProps) {
  const { period: periodId, account: named } = await params;
  const context = await currentContext();
  const detail = await getAccount(context, periodId, decodeURIComponent(named));
  if (!detail) notFound();
  const t = await getTranslations('account');
  const { account, reconciliation, responsibility } = detail;
  const address = toAddress(await searchParams);
  const search = address.size === 0 ? '' : `?${address}`;
  const addressOf = (number: string) => `/${periodId}/konti/${encodeURIComponent(number)}${search}` as Route;
  if (decodeURIComponent(named) !== account.number) redirect(addressOf(account.number));
  const [neighbours, comments, kept] = await Promise.all([
    getNeighbours(context, periodId, account.number, address, parseLanguage(await getLocale())),
    listComments(context, periodId, account.number),
    detail.standing.readOnly === null ? getDraft(context, periodId, account.number) : null,
  ]);
  const changed = reconciliation !== null && reconciliation.balance !== account.balance;
  return (
    <>
      <AccountHead
        detail={detail}
        neighbours={neighbours}
        list={`/${periodId}/konti${search}` as Route}
        addressOf={addressOf}
      />
      {detail.separately ? (
        <Notice title={t('separately.title')}>
          <p>
            {t('separately.balance')} <Money amount={account.balance} unit /> {t('separately.text')}
          </p>
        </Notice>
      ) : (
        <>
          <AccountStanding
            periodId={periodId}
            account={account.number}
            name={account.name}
            version={detail.version}
            workflow={reconciliation?.workflow ?? null}
            standing={detail.standing}
            reconciledBy={detail.reconciledByName}
          />
          <AccountForm
            key={`${periodId}/${account.number}`}
            source={{
              personId: context.actor.personId,
              periodId,
              account: account.number,
              reconciliation,
              version: detail.version,
              defaults: { initials: context.actor.initials, today: danishDate(new Date()) },
              kept,
              readOnly: detail.standing.readOnly !== null,
            }}
            balance={account.balance}
            committee={responsibility?.committee ?? ''}
            committees={detail.committees}
            olderLimit={detail.olderLimit}
            next={neighbours.next === null ? null : addressOf(neighbours.next)}
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
            olderThan={formatDate(detail.olderLimit)}
          />
        </>
      )}
      <AccountFollowUp context={context} periodId={periodId} account={account.number} />
      {comments && <Comments periodId={periodId} account={account.number} {...comments} />}
      <AccountDocuments context={context} periodId={periodId} account={account.number} />
      <History entries={describeHistory(detail.history)} />
    </>
  );
}

function toAddress(searchParams: Awaited<AccountPageProps['searchParams']>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(searchParams).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? '']).map((one) => [name, one]),
    ),
  );
}
