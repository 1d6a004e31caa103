import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import type { Context } from '#lib/services/context.ts';
import { logCategory1 } from '#lib/services/log-category-1.ts';
import { undoChangeSet } from '#lib/services/undo-change-set.ts';
import type { Part, Row } from './shared/row.ts';
import { demoFiles, importAll, withEmptyStore } from './shared/stores.ts';
import { sampleInTurns, showSample, timeOf } from './shared/timing.ts';

const ACCOUNTS = 2_000;
const RUNS = 7;
const GOAL_MS = 1_000;
const PERIOD = '2023-12';

/** The reference case in which nobody has begun on the first accounts of category 1. */
async function findUnlogged({ store }: Context): Promise<{ account: string; version: number }[]> {
  const rows = await store.read.reconciliation.findMany({
    where: { category: 1 },
    take: ACCOUNTS,
    orderBy: { accountNumber: 'asc' },
  });
  if (rows.length < ACCOUNTS) throw new Error(`Only ${rows.length} accounts are category 1.`);
  const numbers = rows.map(({ accountNumber }) => accountNumber);
  await store.writeTx((tx) => tx.reconciliation.deleteMany({ where: { accountNumber: { in: numbers } } }));
  return numbers.map((account) => ({ account, version: 0 }));
}

/** Rights, state, verdicts, an event for each account, and the change set by which all are taken back. */
function timeAct(which: 'log' | 'undo'): Promise<number> {
  return withEmptyStore(async (importer) => {
    await importAll(importer, demoFiles());
    const accounts = await findUnlogged(importer);
    const context: Context = { store: importer.store, actor: DEMO_PEOPLE.accountant2 };
    const words = { documented: true, method: 'source', reconciledOn: '2024-01-15', initials: 'DBO', submit: true };
    const logged = { changeSet: 0 };
    const logTime = await timeOf(async () => {
      const result = await logCategory1(context, { periodId: PERIOD, accounts, ...words, allOrNothing: true });
      if (!result.ok || result.value.changed.length !== ACCOUNTS) throw new Error('Not all were logged.');
      logged.changeSet = result.value.changeSet ?? 0;
    });
    if (which === 'log') return logTime;
    return timeOf(async () => {
      const result = await undoChangeSet(context, { id: logged.changeSet });
      if (!result.ok || result.value.changed.length !== ACCOUNTS) throw new Error('Not all were taken back.');
    });
  });
}

async function run(): Promise<Row[]> {
  const [log, undo] = await sampleInTurns(
    RUNS,
    () => timeAct('log'),
    () => timeAct('undo'),
  );
  if (!log || !undo) throw new Error('Nothing was measured.');
  const row = (what: string, sample: typeof log): Row => ({
    what,
    ours: showSample(sample),
    beside: '',
    ratio: '',
    goal: '≤ 1 s',
    met: sample.median <= GOAL_MS,
  });
  return [row('category 1 for 2,000 accounts at once, with their events', log), row('taking that back as one', undo)];
}

export const BULK_ACTS: Part = { name: 'bulk acts', run };
