import { type AccountValues, timeBareInserts } from './shared/bare-inserts.ts';
import type { Part, Row } from './shared/row.ts';
import { demoFiles, importAll, withEmptyStore } from './shared/stores.ts';
import { sampleInTurns, showRatio, showSample, timeOf } from './shared/timing.ts';

const RUNS = 7;
const GOAL_MS = 1_000;

/** The rows that an import of the reference case's balance leaves, as the database has them. */
function readAccountRows(): Promise<AccountValues[]> {
  return withEmptyStore(async (context) => {
    await importAll(context, demoFiles('im-funktioner', 'saldobalance'));
    const accounts = await context.store.read.account.findMany();
    return accounts.map((one) => [one.periodId, one.number, one.name, one.imFunction, one.balance]);
  });
}

function timeImport(before: string[], measured: string[]): Promise<number> {
  return withEmptyStore(async (context) => {
    if (before.length > 0) await importAll(context, demoFiles(...before));
    const files = demoFiles(...measured);
    return timeOf(() => importAll(context, files));
  });
}

async function run(): Promise<Row[]> {
  const rows = await readAccountRows();
  const [all, balance, bare] = await sampleInTurns(
    RUNS,
    () => timeImport([], []),
    () => timeImport(['im-funktioner'], ['saldobalance']),
    () => timeBareInserts(rows),
  );
  if (!all || !balance || !bare) throw new Error('Nothing was measured.');
  const line = (what: string, ours: typeof all): Row => ({
    what,
    ours: showSample(ours),
    beside: `${showSample(bare)} bare inserts of the accounts`,
    ratio: showRatio(ours.median, bare.median),
    goal: '≤ 1 s',
    met: ours.median <= GOAL_MS,
  });
  return [
    line('import of the reference case, all eight files', all),
    line('import of its balance alone (2,449 accounts)', balance),
  ];
}

export const IMPORT: Part = { name: 'import', run };
