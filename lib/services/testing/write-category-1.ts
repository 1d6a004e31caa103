import { listVersions } from '#lib/db/reconciliations.ts';
import { loadState } from '#lib/db/state.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import type { Context } from '../context.ts';
import { logCategory1 } from '../log-category-1.ts';
import { undoChangeSet } from '../undo-change-set.ts';
import { expectValue, PERIOD } from './write-verdicts.ts';

/** The period of the demo, read. */
function demoPeriod() {
  const period = parsePeriod(PERIOD);
  if (!period) throw new Error(`${PERIOD} is no period.`);
  return period;
}

export const period = demoPeriod();

/** What is said of each account that is logged. */
export const WORDS = { documented: true, method: 'source', reconciledOn: '2024-01-15', initials: 'DBO' } as const;

/** The first accounts of category 1. */
export async function find1({ store }: Pick<Context, 'store'>, count: number): Promise<string[]> {
  const rows = await store.read.reconciliation.findMany({
    where: { periodId: PERIOD, category: 1 },
    orderBy: { accountNumber: 'asc' },
    take: count,
  });
  return rows.map(({ accountNumber }) => accountNumber);
}

/** Takes the verdicts of the first accounts of category 1 away, as if nobody had begun. */
export async function unlog({ store }: Pick<Context, 'store'>, count: number): Promise<string[]> {
  const numbers = await find1({ store }, count);
  await store.writeTx((tx) =>
    tx.reconciliation.deleteMany({ where: { periodId: PERIOD, accountNumber: { in: numbers } } }),
  );
  return numbers;
}

/** Accounts that nobody has logged, as they are handed in. */
export const seen = (accounts: readonly string[]) => accounts.map((account) => ({ account, version: 0 }));

/** Logs accounts as category 1. */
export function log(context: Context, accounts: readonly string[], more: object = {}) {
  const input = { periodId: PERIOD, accounts: seen(accounts), ...WORDS, submit: false, allOrNothing: false, ...more };
  return logCategory1(context, input);
}

/** The verdicts as they are stored. */
export const verdicts = async (context: Context) => (await loadState(context.store.read, period)).reconciliations;
/** The verdict of an account; null where there is none. */
export const verdictOf = async (context: Context, account: string) => (await verdicts(context)).get(account) ?? null;

/** Its version; 0 where there is none. */
export async function versionOf({ store }: Context, account: string): Promise<number> {
  return (await listVersions(store.read, PERIOD)).get(account)?.version ?? 0;
}

/** Takes a change set back. */
export async function undo(context: Context, id: number | null) {
  return expectValue(await undoChangeSet(context, { id: id ?? 0 }));
}
