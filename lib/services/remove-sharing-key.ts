import { recordEvents } from '#lib/db/audit.ts';
import { deleteSharingKey, listSharingKeys, shareAccounts } from '#lib/db/sharing.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { removeSharingKeyInput } from '#lib/schemas/sharing.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { describeKey, keyEntry, sharedEntries } from './save-sharing-key.ts';

/** Removes a key: the accounts of the period that it shared are their own committees' again. Refused while another period uses it. */
export async function removeSharingKey(context: Context, input: unknown): Promise<Result<null>> {
  const { store } = context;
  const parsed = parseInput(removeSharingKeyInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'keepSharing', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { periodId, id, version } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const closed = refusalOf(state.periodStatus, false) ?? refusalOf(state.yearStatus, false);
    if (closed) return refused([problem(closed)]);
    const key = (await listSharingKeys(tx, period.fiscalYear)).find((one) => one.id === id);
    if (!key) return refused([problem('unknown-key')]);
    if (key.version !== version) return refused([problem('key-changed')]);
    const shared = [...state.sharing].flatMap(([number, own]) => (own.id === id ? [number] : [])).sort();
    await shareAccounts(tx, period.id, id, []);
    if (!(await deleteSharingKey(tx, id, version))) return refused([problem('key-in-use')]);
    const names = new Map(shared.map((number) => [number, key.name]));
    await recordEvents(tx, acting, new Date().toISOString(), [
      { ...keyEntry(period, key.name), action: 'remove', before: describeKey(key, shared), after: null },
      ...sharedEntries(period, names, shared, [], null),
    ]);
    return done(null);
  }, isDone);
}
