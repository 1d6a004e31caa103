import type { ListColumn, ListFilter } from '#lib/format/list.ts';
import type { AccountRow } from './account-rows.ts';

/**
 * What *Konti*, its export and the way from one account to the next have in common. Ids stand in addresses, so they are
 * Danish and stay as they are.
 */

export type AccountColumnId =
  | 'konto'
  | 'navn'
  | 'im-funktion'
  | 'saldo'
  | 'kategori'
  | 'opfoelgning'
  | 'aeldre'
  | 'udvalg'
  | 'forvaltning'
  | 'afstemmes-af'
  | 'difference'
  | 'afstemt-den'
  | 'initialer'
  | 'funktionsnavn';

export const ACCOUNT_COLUMNS: readonly (ListColumn<AccountRow> & { id: AccountColumnId })[] = [
  { id: 'konto', kind: 'link', value: (row) => row.number },
  { id: 'navn', kind: 'text', value: (row) => row.name },
  { id: 'im-funktion', kind: 'text', value: (row) => row.imFunction },
  { id: 'saldo', kind: 'money', value: (row) => row.balance },
  { id: 'kategori', kind: 'category', value: (row) => row.category },
  // An account without findings has no follow-up, which is not the same as one of 0.
  { id: 'opfoelgning', kind: 'money', value: (row) => (row.findings === 0 ? null : row.followUp) },
  { id: 'aeldre', kind: 'money', value: (row) => (row.findings === 0 ? null : row.older) },
  { id: 'udvalg', kind: 'text', value: (row) => row.committee },
  { id: 'forvaltning', kind: 'text', value: (row) => row.administration },
  { id: 'afstemmes-af', kind: 'text', value: (row) => row.reconciledBy },
  { id: 'difference', kind: 'money', value: (row) => row.difference },
  { id: 'afstemt-den', kind: 'date', value: (row) => row.reconciledOn },
  { id: 'initialer', kind: 'text', value: (row) => row.initials },
  { id: 'funktionsnavn', kind: 'text', value: (row) => row.functionName },
];

/** Values of the filter *kategori* beside the categories themselves. */
export const NOT_LOGGED = 'ikke-logget';
export const SEPARATELY = 'saerskilt';
/** Value of a filter for rows that name nothing in it. */
export const NONE = 'ingen';

export type AccountFilterId = 'kategori' | 'udvalg' | 'forvaltning' | 'afstemmes-af' | 'funktion';

export const ACCOUNT_FILTERS: readonly (ListFilter<AccountRow> & { id: AccountFilterId })[] = [
  { id: 'kategori', values: (row) => [categoryValue(row)] },
  { id: 'udvalg', values: (row) => [row.committee || NONE] },
  { id: 'forvaltning', values: (row) => [row.administration || NONE] },
  { id: 'afstemmes-af', values: (row) => [row.reconciledBy || NONE] },
  { id: 'funktion', values: (row) => [row.imFunction] },
];

function categoryValue(row: AccountRow): string {
  return row.separately ? SEPARATELY : row.category === null ? NOT_LOGGED : String(row.category);
}
