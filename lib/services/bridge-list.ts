import type { BridgeGroup } from '#lib/domain/bridge.ts';
import type { Ore } from '#lib/domain/money.ts';
import { type ListColumn, type ListFilter, NONE } from '#lib/format/list.ts';
import type { NamedBridgeRow } from './get-bridge.ts';

type Column = ListColumn<NamedBridgeRow>;

const nameOf = (code: string, name: string) => `${code} ${name}`.trim();

/** What a gathering is told by. The first leads on: to its accounts, their items, or the account's own page. */
const HEADS: Record<BridgeGroup, readonly Column[]> = {
  udvalg: [
    { id: 'udvalg', kind: 'link', value: (row) => row.committee || NONE },
    { id: 'udvalgsnavn', kind: 'text', value: (row) => row.committeeName },
  ],
  funktion: [
    { id: 'funktion', kind: 'link', value: (row) => row.imFunction || NONE },
    { id: 'funktionsnavn', kind: 'text', value: (row) => row.functionName },
  ],
  konto: [
    { id: 'konto', kind: 'link', value: (row) => row.account },
    { id: 'navn', kind: 'text', value: (row) => row.accountName },
    { id: 'udvalg', kind: 'text', value: (row) => row.committee },
  ],
  post: [
    { id: 'konto', kind: 'link', value: (row) => row.account },
    { id: 'posteringsdato', kind: 'date', value: (row) => row.postingDate },
    { id: 'tekst', kind: 'text', value: (row) => row.text },
    { id: 'udvalg', kind: 'text', value: (row) => row.committee },
  ],
};

type Amount = (row: NamedBridgeRow) => Ore;

const end = (id: string, value: Amount): Column => ({ id, kind: 'money', value });

/** A movement with the sign by which it adds to what was; a blank where there is none. */
const move = (id: string, value: Amount): Column => ({ id, kind: 'money', value: (row) => value(row) || null });

const MOVEMENTS: readonly Column[] = [
  end('primo', ({ all }) => all.opening),
  move('nye', ({ all }) => all.added),
  move('udlignet', ({ all }) => -all.settled),
  move('afskrevet', ({ all }) => -all.writtenOff),
  move('rettet', ({ all }) => all.corrected),
  end('ultimo', ({ all }) => all.closing),
  end('aeldre-primo', ({ older }) => older.opening),
  move('blevet-aeldre', ({ older }) => older.newlyOlder),
  move('aeldre-nye', ({ older }) => older.added),
  move('aeldre-udlignet', ({ older }) => -older.settled),
  move('aeldre-afskrevet', ({ older }) => -older.writtenOff),
  move('aeldre-rettet', ({ older }) => older.corrected),
  end('aeldre-ultimo', ({ older }) => older.closing),
];

const TAILS: Record<BridgeGroup, readonly Column[]> = {
  udvalg: [{ id: 'poster', kind: 'count', value: (row) => row.items }],
  funktion: [{ id: 'poster', kind: 'count', value: (row) => row.items }],
  konto: [
    { id: 'funktion', kind: 'text', value: (row) => nameOf(row.imFunction, row.functionName) },
    { id: 'poster', kind: 'count', value: (row) => row.items },
  ],
  post: [{ id: 'funktion', kind: 'text', value: (row) => nameOf(row.imFunction, row.functionName) }],
};

/** The columns of *Bro*, on screen and in its export. */
export function bridgeColumns(group: BridgeGroup): Column[] {
  return [...HEADS[group], ...MOVEMENTS, ...TAILS[group]];
}

export type BridgeFilter = 'udvalg' | 'funktion';

/** Accounts and items can be narrowed to those of a committee or function. */
export function bridgeFilters(group: BridgeGroup): (ListFilter<NamedBridgeRow> & { id: BridgeFilter })[] {
  if (group === 'udvalg' || group === 'funktion') return [];
  return [
    { id: 'udvalg', values: (row) => [row.committee || NONE] },
    { id: 'funktion', values: (row) => [row.imFunction || NONE] },
  ];
}
