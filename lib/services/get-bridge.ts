import { listPeriods, type PeriodSummary } from '#lib/db/periods.ts';
import { listSettlements } from '#lib/db/settlements.ts';
import { listSuccessions } from '#lib/db/successions.ts';
import {
  BRIDGE_GROUPS,
  type BridgeGroup,
  type BridgeRow,
  buildBridge,
  groupBridge,
  hasMovement,
  type Movement,
  type OlderMovement,
  STRUCTURES,
  type Structure,
  sumBridge,
} from '#lib/domain/bridge.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import { seesFinding } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

/** A row of the bridge with the names of its units and functions. */
export interface NamedBridgeRow extends BridgeRow {
  committeeName: string;
  functionName: string;
}

export interface Bridge {
  period: Period;
  /** What it is held against; null where there is no earlier period. */
  from: Period | null;
  /** Earlier periods to choose from, newest first. */
  earlier: string[];
  group: BridgeGroup;
  structure: Structure;
  rows: NamedBridgeRow[];
  all: Movement;
  older: OlderMovement;
  /** Accounts with open items in the earlier period that the period has not. */
  gone: { number: string; name: string }[];
}

/** Reads the address of *Bro*: `?fra=2023-12&gruppe=konto&struktur=dengang`. */
export function parseBridgeAddress(address: URLSearchParams) {
  return {
    from: address.get('fra'),
    group: BRIDGE_GROUPS.find((group) => group === address.get('gruppe')) ?? 'udvalg',
    structure: STRUCTURES.find((structure) => structure === address.get('struktur')) ?? 'nu',
  };
}

/**
 * The bridge into a period from the one that it was opened from, or from an earlier one that is named, over what the
 * actor may see; null where there is no such period.
 */
export async function getBridge(
  context: Context,
  periodId: string,
  { from: asked, group, structure }: ReturnType<typeof parseBridgeAddress>,
): Promise<Bridge | null> {
  const { store } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const periods = await listPeriods(store.read);
  const earlier = periods.map(({ id }) => id).filter((id) => id < period.id);
  const own = periods.find(({ id }) => id === period.id)?.openedFrom ?? earlier[0];
  const from = parsePeriod(asked ?? own ?? '');
  const head = { period, earlier, group, structure };
  if (!from || !earlier.includes(from.id))
    return asked === null ? { ...head, from: null, rows: [], gone: [], ...sumBridge([]) } : null;
  const [was, is, settlements, successions] = await Promise.all([
    readVisibleState(context, from),
    readVisibleState(context, period),
    readVisibleSettlements(context, period, periodsBetween(periods, from.id, period.id)),
    listSuccessions(store.read),
  ]);
  const items = buildBridge({ from: was, to: is, settlements, successions, structure }).filter(hasMovement);
  const names = namesOf(structure === 'dengang' ? [is, was] : [was, is]);
  const known = new Set(is.accounts.map(({ number }) => number));
  const gone = new Map(
    items
      .filter(({ account, all }) => all.opening !== 0n && all.closing === 0n && !known.has(account))
      .map(({ account, accountName }) => [account, accountName]),
  );
  return {
    ...head,
    from,
    rows: groupBridge(items, group).map((row) => ({
      ...row,
      committeeName: names.committees.get(row.committee) ?? '',
      functionName: names.functions.get(row.imFunction) ?? '',
    })),
    ...sumBridge(items),
    gone: [...gone].map(([number, name]) => ({ number, name })),
  };
}

/** The period and those that lead to it from `from`, by which each was opened from which; itself alone where none do. */
function periodsBetween(periods: readonly PeriodSummary[], from: string, to: string): string[] {
  const between: string[] = [];
  for (let at: string | null = to; at !== null && at > from; ) {
    const id: string = at;
    between.push(id);
    at = periods.find((one) => one.id === id)?.openedFrom ?? null;
    if (at === from) return between;
  }
  return [to];
}

/** The acts on items whose finding the actor may see, as it stands in the period. */
async function readVisibleSettlements({ store, actor }: Context, period: Period, periodIds: string[]) {
  const [state, settlements] = await Promise.all([readState(store, period), listSettlements(store.read, periodIds)]);
  return settlements.filter(({ account, committee }) => seesFinding(state, actor, account, committee));
}

/** Names by code; of a code that both have, the later's. */
function namesOf(states: readonly MunicipalityState[]) {
  const collect = (pick: (state: MunicipalityState) => readonly { code: string; name: string }[]) =>
    new Map(states.flatMap(pick).map(({ code, name }) => [code, name]));
  return { committees: collect((state) => state.committees), functions: collect((state) => state.functions) };
}
