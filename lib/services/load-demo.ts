import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { claimForDemo, completeDemo, isDemo } from '#lib/db/demo.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import type { Store, WriteDb } from '#lib/db/store.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { CONFIRMABLE_REGISTERS } from '#lib/domain/register.ts';
import { type Approved, approveReconciliations } from './approve-reconciliations.ts';
import { confirmNone } from './confirm-none.ts';
import type { Context, Result } from './context.ts';
import { ensureDemoPeople } from './ensure-demo-people.ts';
import { readState } from './read-state.ts';
import { storeImport } from './store-import.ts';
import { updateSettings } from './update-settings.ts';
import { writeDemoTexts } from './write-demo-texts.ts';

const PERIOD = '2023-12';

const INSTALLATION: Installation = {
  municipality: 'Københavns Kommune (demo)',
  serviceCentreCode: 'KS',
  serviceCentreName: 'Koncernservice',
  erpSystem: 'Kvantum',
  debtorSystem: 'Opus Debitor',
};

/**
 * Fills an empty database with the demo municipality by the same use cases as everyone's, and marks it. One that a
 * stopped loader left half-filled is finished; one that holds anything else is left alone.
 * @returns whether the database is a complete demo afterwards by this call
 */
export async function loadDemo(store: Store, projectRoot: string): Promise<boolean> {
  if (!(await store.writeTx(claimWithPeople))) return false;
  const context: Context = { store, actor: DEMO_PEOPLE.administrator };
  const folder = path.join(projectRoot, 'prisma/demo');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)), kind: 'auto' as const }));
  const stored = expectDone(
    await storeImport(context, { files, periodId: PERIOD, options: { amounts: null, overwrite: false } }, null),
  );
  if (stored.importId === null)
    throw new Error(`The demo's files do not fit: ${JSON.stringify(stored.plan.issues.slice(0, 3))}`);
  expectDone(await updateSettings(context, INSTALLATION));
  await confirmWhatIsEmpty({ store, actor: DEMO_PEOPLE.accountant2 });
  await approveAll(store);
  await store.writeTx(async (tx) => {
    await writeDemoTexts(tx);
    await completeDemo(tx);
  });
  return true;
}

/** Claims the database, and sees to it that a demo has its people, also one from before there were any. */
async function claimWithPeople(tx: WriteDb): Promise<boolean> {
  const isToBeLoaded = await claimForDemo(tx);
  if (await isDemo(tx)) await ensureDemoPeople(tx);
  return isToBeLoaded;
}

/** What the files leave empty, the demo's person says is none: for each committee and register without a line. */
async function confirmWhatIsEmpty(context: Context): Promise<void> {
  const period = parsePeriod(PERIOD);
  if (!period) throw new Error(`No period: ${PERIOD}`);
  const state = await readState(context.store, period);
  for (const register of CONFIRMABLE_REGISTERS) {
    const filled = new Set(state.registers[register].map((line) => line.content.committee));
    for (const { code } of state.committees) {
      if (!filled.has(code))
        expectDone(await confirmNone(context, { periodId: PERIOD, register, committee: code, confirmed: true }));
    }
  }
}

/** One of the demo's people approves all that its administrator imported; another, what takes two. */
async function approveAll(store: Store): Promise<void> {
  const versions = await listVersions(store.read, PERIOD);
  const accounts = [...versions].map(([account, { version }]) => ({ account, version }));
  const first = await approveBy({ store, actor: DEMO_PEOPLE.approver }, accounts);
  const waiting = new Set(first.waiting);
  const rest = accounts.filter(({ account }) => waiting.has(account));
  await approveBy(
    { store, actor: DEMO_PEOPLE.approver2 },
    rest.map(({ account, version }) => ({ account, version: version + 1 })),
  );
}

async function approveBy(context: Context, accounts: { account: string; version: number }[]): Promise<Approved> {
  const outcome = expectDone(await approveReconciliations(context, { periodId: PERIOD, accounts }));
  if (outcome.refused.length > 0)
    throw new Error(`The demo could not be approved: ${JSON.stringify(outcome.refused.slice(0, 3))}`);
  return outcome;
}

function expectDone<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo could not be loaded: ${JSON.stringify(result.problems)}`);
  return result.value;
}
