import { recordEvents } from '#lib/db/audit.ts';
import {
  createSharingKey,
  listLockedPeriodsOf,
  listSharingKeys,
  type StoredKey,
  shareAccounts,
  updateSharingKey,
} from '#lib/db/sharing.ts';
import type { AuditEntry } from '#lib/domain/audit.ts';
import { type Period, refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { sharingKeyInput } from '#lib/schemas/sharing.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/**
 * Saves a key by which accounts are shared between committees, and which accounts of the period are: those named and no
 * others. An account that another key shared is this one's from now on.
 * @returns its id
 */
export async function saveSharingKey(context: Context, input: unknown): Promise<Result<{ id: number }>> {
  const { store } = context;
  const parsed = parseInput(sharingKeyInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'keepSharing', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { periodId, id, version, name, kind } = parsed.value;
  const parts = parsed.value.parts.filter(({ weight }) => weight > 0n);
  const accounts = [...new Set(parsed.value.accounts)].sort();
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const closed = refusalOf(state.periodStatus, false) ?? refusalOf(state.yearStatus, false);
    if (closed) return refused([problem(closed)]);
    const committees = new Set(state.committees.map(({ code }) => code));
    if (parts.some(({ committee }) => !committees.has(committee)))
      return refused([problem('unknown-committee', 'parts')]);
    const known = new Set(state.accounts.map(({ number }) => number));
    const unknown = accounts.filter((number) => !known.has(number));
    if (unknown.length > 0) {
      const named = unknown.slice(0, 5).join(', ');
      return refused([problem('unknown-accounts', 'accounts', { accounts: named, count: unknown.length })]);
    }
    const keys = await listSharingKeys(tx, period.fiscalYear);
    if (keys.some((key) => key.name === name && key.id !== id)) return refused([problem('name-taken', 'name')]);
    const before = keys.find((key) => key.id === id) ?? null;
    if (id !== null && before === null) return refused([problem('unknown-key')]);
    const shared = [...state.sharing].filter(([, key]) => key.id === id).map(([number]) => number);
    const stands = describeKey(before, shared.sort());
    const becomes = describeKey({ name, kind, parts }, accounts);
    if (before && toStored({ stands }) === toStored({ stands: becomes })) return done({ id: before.id });
    // A key is the year's: what each committee had of an account in a locked period stays (product.md, rule 7).
    const locked = before && dividesOtherwise(before, { kind, parts }) ? await listLockedPeriodsOf(tx, before.id) : [];
    if (locked.length > 0) return refused([problem('key-in-locked-period', 'parts', { periods: locked.join(', ') })]);
    if (before && !(await updateSharingKey(tx, { id: before.id, name, kind, parts }, version)))
      return refused([problem('key-changed')]);
    const keyId = before?.id ?? (await createSharingKey(tx, period.fiscalYear, { name, kind, parts }));
    await shareAccounts(tx, period.id, keyId, accounts);
    const names = new Map([...state.sharing].map(([number, key]) => [number, key.name]));
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        ...keyEntry(period, name),
        action: before ? 'update' : 'create',
        before: stands,
        after: becomes,
      },
      ...sharedEntries(period, names, shared, accounts, name),
    ]);
    return done({ id: keyId });
  }, isDone);
}

function dividesOtherwise(
  before: Pick<StoredKey, 'kind' | 'parts'>,
  after: Pick<StoredKey, 'kind' | 'parts'>,
): boolean {
  const told = ({ kind, parts }: typeof before) => toStored({ key: describeKey({ name: '', kind, parts }, []) });
  return told(before) !== told(after);
}

/** How the trail tells of a key: with the accounts of the period that it shares. */
export function describeKey(key: Pick<StoredKey, 'name' | 'kind' | 'parts'> | null, accounts: readonly string[]) {
  if (key === null) return null;
  const { name, kind, parts } = key;
  const sorted = parts.toSorted((left, right) => (left.committee < right.committee ? -1 : 1));
  return {
    name,
    kind,
    weights: sorted.map(({ committee, weight }) => ({ committee, weight })),
    sharedAccounts: accounts,
  };
}

export function keyEntry({ id, fiscalYear }: Period, name: string) {
  return { subject: 'sharingKey' as const, subjectId: `${fiscalYear}/${name}`, periodId: id, importId: null };
}

/** What it means for each account: by which key it was shared, and by which it is. */
export function sharedEntries(
  { id }: Period,
  names: ReadonlyMap<string, string>,
  before: readonly string[],
  after: readonly string[],
  name: string | null,
): AuditEntry[] {
  const stays = new Set(after);
  const entry = { subject: 'sharedAccount' as const, periodId: id, importId: null };
  const gone = before
    .filter((number) => !stays.has(number))
    .map((number) => ({
      ...entry,
      action: 'remove' as const,
      subjectId: number,
      before: { sharedBy: names.get(number) ?? '' },
      after: null,
    }));
  const come = after.flatMap((number): AuditEntry[] => {
    const was = names.get(number);
    if (was === name) return [];
    const side = was === undefined ? null : { sharedBy: was };
    return [
      { ...entry, action: side ? 'update' : 'create', subjectId: number, before: side, after: { sharedBy: name } },
    ];
  });
  return [...gone, ...come];
}
