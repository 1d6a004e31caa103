import { hasPeriod } from '#lib/db/periods.ts';
import { getRevision, loadState } from '#lib/db/state.ts';
import type { ReadDb, Store, WriteDb } from '#lib/db/store.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import { narrowState } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';

interface Held {
  revision: number;
  state: MunicipalityState;
}

/** The few periods that people work in are held in memory for as long as nothing is written. */
const held = new WeakMap<ReadDb | WriteDb, Map<string, Held>>();
const MOST_HELD = 4;

function hold(db: ReadDb | WriteDb, periodId: string, entry: Held): void {
  const entries = held.get(db) ?? new Map<string, Held>();
  entries.delete(periodId);
  entries.set(periodId, entry);
  const oldest = entries.keys().next().value;
  if (entries.size > MOST_HELD && oldest !== undefined) entries.delete(oldest);
  held.set(db, entries);
}

/**
 * Says what the state of a period is at a revision that was just written, so that it need not be read. To be said once
 * the write is kept, of all that it changed.
 */
export function holdState(store: Store, period: Period, state: MunicipalityState, revision: number): void {
  hold(store.read, period.id, { revision, state });
}

/** The state of a period at one revision of the store; never a mixture of two. To be read, not changed. */
export async function readState(store: Store, period: Period): Promise<MunicipalityState> {
  return readStateFrom(store.read, period);
}

/** The same where there is no more than a client: of a store that many share, or of the transaction that is open. */
export async function readStateFrom(db: ReadDb | WriteDb, period: Period): Promise<MunicipalityState> {
  for (;;) {
    const revision = await getRevision(db);
    const known = held.get(db)?.get(period.id);
    if (known?.revision === revision) return known.state;
    const state = await loadState(db, period);
    if ((await getRevision(db)) === revision) {
      hold(db, period.id, { revision, state });
      return state;
    }
  }
}

const narrowed = new WeakMap<MunicipalityState, Map<string, MunicipalityState>>();

/** What the actor may see of a period; narrowed once for everyone who may see the same. To be read, not changed. */
export async function readVisibleState({ store, actor }: Context, period: Period): Promise<MunicipalityState> {
  const state = await readState(store, period);
  const views = narrowed.get(state) ?? new Map<string, MunicipalityState>();
  narrowed.set(state, views);
  const key = JSON.stringify(actor.grants.map(({ role, unit }) => [role, unit?.kind, unit?.code]).sort());
  const view = views.get(key) ?? narrowState(state, actor);
  views.set(key, view);
  return view;
}

/** The state inside a write transaction, which sees what no reader can change any more. */
export async function readStateForWrite(store: Store, tx: WriteDb, period: Period): Promise<MunicipalityState> {
  const revision = await getRevision(tx);
  const known = held.get(store.read)?.get(period.id);
  // The transaction itself has raised the revision by one, so what was read just before it still stands.
  return known?.revision === revision - 1 ? known.state : loadState(tx, period);
}

/** The period of that id, if anything was ever imported into it. */
export async function findPeriod(store: Store, periodId: string): Promise<Period | null> {
  const period = parsePeriod(periodId);
  if (!period) return null;
  return (await hasPeriod(store.read, period.id)) ? period : null;
}
