import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { currentContext } from '#lib/auth/current-context.ts';
import { parseLanguage } from '#lib/format/messages.ts';
import { describeHistory } from '#lib/services/describe-history.ts';
import { getNeighbours } from '#lib/services/get-neighbours.ts';
import { listComments } from '#lib/services/list-comments.ts';
import { parseTaskList, TASKS_PARAMETER } from '#lib/services/task-address.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import { AccountDocuments } from '../../_components/documents/account-documents.tsx';
import { AccountDesk } from './_components/account-desk.tsx';
import { AccountFollowUp } from './_components/account-follow-up.tsx';
import { AccountHead } from './_components/account-head.tsx';
import { Comments } from './_components/comments.tsx';
import { History } from './_components/history.tsx';
import styles from './account-page.module.css';
import { readDesk } from './read-desk.ts';

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
  const desk = await readDesk(context, periodId, decodeURIComponent(named));
  if (!desk) notFound();
  const { events, ...shown } = desk;
  const { account } = desk.detail;
  const address = toAddress(await searchParams);
  const isTask = parseTaskList(address.get(TASKS_PARAMETER)) !== null;
  const search = address.size === 0 ? '' : `?${address}`;
  const addressOf = (number: string) => accountAddress(periodId, number, search);
  if (decodeURIComponent(named) !== account.number) redirect(addressOf(account.number));
  const [neighbours, comments] = await Promise.all([
    getNeighbours(context, periodId, account.number, address, parseLanguage(await getLocale())),
    listComments(context, periodId, account.number),
  ]);
  return (
    <>
      <AccountHead
        detail={desk.detail}
        neighbours={neighbours}
        list={isTask ? 'tasks' : 'accounts'}
        listAddress={(isTask ? '/mine-opgaver' : `/${periodId}/konti${search}`) as Route}
        addressOf={addressOf}
      />
      <AccountDesk desk={shown} next={neighbours.next === null ? null : addressOf(neighbours.next)} />
      <AccountFollowUp context={context} periodId={periodId} account={account.number} />
      <div className={styles.beside}>
        {comments && <Comments periodId={periodId} account={account.number} {...comments} />}
        <AccountDocuments context={context} periodId={periodId} account={account.number} />
      </div>
      <History entries={describeHistory(events)} />
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
