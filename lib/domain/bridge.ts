import type { IsoDate } from './date.ts';
import { absolute, type Ore } from './money.ts';
import type { MunicipalityState } from './municipality.ts';
import { oneYearBefore } from './period.ts';
import { type Settlement, standingSettlements } from './settlement.ts';
import { makeSuccessor, type Succession } from './succession.ts';

/**
 * How what is to be followed up in one period became what it is in a later one, in øre (product.md, rule 6):
 * opening + added − settled − writtenOff + corrected = closing.
 */
export interface Movement {
  opening: Ore;
  added: Ore;
  settled: Ore;
  writtenOff: Ore;
  /** What no act accounts for: an amount that was edited, an item that was taken away or whose account is gone. */
  corrected: Ore;
  closing: Ore;
}

/** The part older than one year (domain.md): opening + newlyOlder + added − settled − writtenOff + corrected = closing. */
export interface OlderMovement extends Movement {
  /** What was there and passed one year in between. */
  newlyOlder: Ore;
}

/** One item on its way from one period to the next, under the unit and function where it is shown. */
export interface BridgeItem {
  key: string;
  account: string;
  accountName: string;
  imFunction: string;
  committee: string;
  postingDate: IsoDate;
  text: string;
  all: Movement;
  older: OlderMovement;
}

/** In whose units and functions the items stand: those of the earlier period, or of the later. */
export const STRUCTURES = ['dengang', 'nu'] as const;
export type Structure = (typeof STRUCTURES)[number];

interface Side {
  account: string;
  committee: string;
  postingDate: IsoDate;
  text: string;
  amount: Ore;
  older: Ore;
}

/** Items by key. One whose key is missing stands for itself; of a key that occurs twice the amounts are one. */
function sideOf(state: MunicipalityState, name: string): Map<string, Side> {
  const limit = oneYearBefore(state.period.balanceDate);
  const sides = new Map<string, Side>();
  for (const { account, findings } of state.reconciliations.values()) {
    for (const { committee, items } of findings) {
      for (const [index, { key, postingDate, text, amount }] of items.entries()) {
        const id = key || `${name}/${account}/${committee}/${index}`;
        const older = postingDate <= limit ? amount : 0n;
        const known = sides.get(id);
        if (known) {
          known.amount += amount;
          known.older += older;
        } else sides.set(id, { account, committee, postingDate, text, amount, older });
      }
    }
  }
  return sides;
}

interface Settled {
  settled: Ore;
  writtenOff: Ore;
  last: Settlement;
}

function sumSettlements(settlements: readonly Settlement[]): Map<string, Settled> {
  const sums = new Map<string, Settled>();
  for (const one of standingSettlements(settlements)) {
    const { settled, writtenOff } = sums.get(one.itemKey) ?? { settled: 0n, writtenOff: 0n };
    sums.set(one.itemKey, {
      settled: one.kind === 'settled' ? settled + one.amount : settled,
      writtenOff: one.kind === 'written-off' ? writtenOff + one.amount : writtenOff,
      last: one,
    });
  }
  return sums;
}

export interface BridgeMaterial {
  from: MunicipalityState;
  to: MunicipalityState;
  /** Those of the periods after `from` that led to `to`, its own included. */
  settlements: readonly Settlement[];
  successions: readonly Succession[];
  structure: Structure;
}

/** The bridge between two periods, item by item; by account, committee and posting date. Every sum of rows adds up. */
export function buildBridge({ from, to, settlements, successions, structure }: BridgeMaterial): BridgeItem[] {
  const before = sideOf(from, 'før');
  const after = sideOf(to, 'nu');
  const acts = sumSettlements(settlements);
  const place = makePlacer(from, to, successions, structure);
  const limit = oneYearBefore(to.period.balanceDate);
  const keys = new Set([...before.keys(), ...after.keys(), ...acts.keys()]);
  return [...keys]
    .flatMap((key): BridgeItem[] => {
      const was = before.get(key);
      const is = after.get(key);
      const act = acts.get(key);
      const head = is ?? was ?? act?.last;
      if (!head) return [];
      const all = moveOf(was?.amount, is?.amount ?? 0n, act);
      const isOlder = (was ?? head).postingDate <= limit;
      const older = olderMoveOf(was, is?.older ?? 0n, all, isOlder);
      const placed = place(was, is ?? (was ? undefined : head));
      return [{ key, ...placed, postingDate: head.postingDate, text: head.text, all, older }];
    })
    .sort(
      (left, right) =>
        compare(left.account, right.account) ||
        compare(left.committee, right.committee) ||
        compare(left.postingDate, right.postingDate) ||
        compare(left.key, right.key),
    );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `opening` undefined: the item came in between. */
function moveOf(opening: Ore | undefined, closing: Ore, act: Settled | undefined): Movement {
  const settled = act?.settled ?? 0n;
  const writtenOff = act?.writtenOff ?? 0n;
  const explained = closing + settled + writtenOff;
  return opening === undefined
    ? { opening: 0n, added: explained, settled, writtenOff, corrected: 0n, closing }
    : { opening, added: 0n, settled, writtenOff, corrected: explained - opening, closing };
}

function olderMoveOf(was: Side | undefined, closing: Ore, all: Movement, isOlder: boolean): OlderMovement {
  const part = (amount: Ore) => (isOlder ? amount : 0n);
  const opening = was?.older ?? 0n;
  const newlyOlder = part((was?.amount ?? 0n) - opening);
  const moved = {
    opening,
    newlyOlder,
    added: part(all.added),
    settled: part(all.settled),
    writtenOff: part(all.writtenOff),
  };
  const corrected = closing - (opening + newlyOlder + moved.added - moved.settled - moved.writtenOff);
  return { ...moved, corrected, closing };
}

type Placed = Pick<BridgeItem, 'account' | 'accountName' | 'imFunction' | 'committee'>;
type Position = Pick<Side, 'account' | 'committee'>;

/** Says where an item stands: where it was or, in the structure of now, where it is or what took that place. */
function makePlacer(
  from: MunicipalityState,
  to: MunicipalityState,
  successions: readonly Succession[],
  structure: Structure,
): (was: Position | undefined, is: Position | undefined) => Placed {
  const then = new Map(from.accounts.map((account) => [account.number, account]));
  const now = new Map(to.accounts.map((account) => [account.number, account]));
  const years = [from.period.fiscalYear, to.period.fiscalYear] as const;
  const committeeNow = makeSuccessor(successions, 'committee', ...years);
  const functionNow = makeSuccessor(successions, 'imFunction', ...years);
  return (was, is) => {
    const at = structure === 'dengang' ? (was ?? is) : (is ?? was);
    const number = at?.account ?? '';
    const [first, second] = structure === 'dengang' ? [then, now] : [now, then];
    const account = first.get(number) ?? second.get(number);
    const isOfThen = structure === 'nu' && !now.has(number);
    const imFunction = account?.imFunction ?? '';
    const committee = at?.committee ?? '';
    return {
      account: number,
      accountName: account?.name ?? '',
      imFunction: isOfThen ? (functionNow(imFunction) ?? '') : imFunction,
      committee: structure === 'nu' && !is ? (committeeNow(committee) ?? '') : committee,
    };
  };
}

/** By what the items of a bridge can be gathered. */
export const BRIDGE_GROUPS = ['udvalg', 'funktion', 'konto', 'post'] as const;
export type BridgeGroup = (typeof BRIDGE_GROUPS)[number];

const KEY_OF: Record<BridgeGroup, (item: BridgeItem) => string> = {
  udvalg: ({ committee }) => committee,
  funktion: ({ imFunction }) => imFunction,
  konto: ({ account, committee }) => `${account}/${committee}`,
  post: ({ key }) => key,
};

/** Items of a bridge that stand together: a committee's, a function's, an account's for a committee, or one alone. */
export interface BridgeRow extends BridgeItem {
  /** How many items it gathers. */
  items: number;
}

/** The bridge gathered; of a gathering the words are those of its first item. */
export function groupBridge(items: readonly BridgeItem[], group: BridgeGroup): BridgeRow[] {
  const rows = new Map<string, BridgeRow>();
  for (const item of items) {
    const key = KEY_OF[group](item);
    const row = rows.get(key);
    if (!row) rows.set(key, { ...item, key, items: 1 });
    else
      rows.set(key, { ...row, all: add(row.all, item.all), older: add(row.older, item.older), items: row.items + 1 });
  }
  return [...rows.values()].sort((left, right) => compare(left.key, right.key));
}

/** What the items come to. */
export function sumBridge(items: readonly Pick<BridgeItem, 'all' | 'older'>[]): {
  all: Movement;
  older: OlderMovement;
} {
  const nothing = { opening: 0n, added: 0n, settled: 0n, writtenOff: 0n, corrected: 0n, closing: 0n };
  return items.reduce<{ all: Movement; older: OlderMovement }>(
    (total, { all, older }) => ({ all: add(total.all, all), older: add(total.older, older) }),
    { all: nothing, older: { ...nothing, newlyOlder: 0n } },
  );
}

function add<T extends Movement>(left: T, right: T): T {
  const total = { ...left };
  for (const part of Object.keys(left) as (keyof T & string)[]) {
    Object.assign(total, { [part]: (left[part] as Ore) + (right[part] as Ore) });
  }
  return total;
}

/** Whether anything moved or stands: a row of zeros says nothing. */
export function hasMovement({ all, older }: Pick<BridgeItem, 'all' | 'older'>): boolean {
  return [...Object.values(all), ...Object.values(older)].some((amount: Ore) => absolute(amount) !== 0n);
}
