import type { Method } from '#lib/domain/account.ts';
import type { Status } from '#lib/domain/workflow.ts';
import { type ListColumn, type ListFilter, NONE } from '#lib/format/list.ts';
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
  | 'status'
  | 'opfoelgning'
  | 'aeldre'
  | 'udvalg'
  | 'forvaltning'
  | 'afstemmes-af'
  | 'difference'
  | 'afstemt-den'
  | 'initialer'
  | 'funktionsnavn'
  | 'dokumenteret'
  | 'metode'
  | 'tildelt'
  | 'frist'
  | 'saldo-foer'
  | 'kategori-foer'
  | 'godkendt-af'
  | 'godkendt-den'
  | 'regel';

const ACCOUNT_COLUMNS: readonly (ListColumn<AccountRow> & { id: AccountColumnId })[] = [
  { id: 'konto', kind: 'link', value: (row) => row.number },
  { id: 'navn', kind: 'text', value: (row) => row.name },
  { id: 'im-funktion', kind: 'text', value: (row) => row.imFunction },
  { id: 'saldo', kind: 'money', value: (row) => row.balance },
  { id: 'kategori', kind: 'category', value: (row) => row.category },
  { id: 'dokumenteret', kind: 'money', value: (row) => row.documentedBalance, sum: false },
  { id: 'status', kind: 'text', value: (row) => statusValue(row) ?? '' },
  // An account without findings has no follow-up, which is not the same as one of 0.
  { id: 'opfoelgning', kind: 'money', value: (row) => (row.findings === 0 ? null : row.followUp) },
  { id: 'aeldre', kind: 'money', value: (row) => (row.findings === 0 ? null : row.older) },
  { id: 'udvalg', kind: 'text', value: (row) => row.committee },
  { id: 'forvaltning', kind: 'text', value: (row) => row.administration, optional: true },
  { id: 'afstemmes-af', kind: 'text', value: (row) => row.reconciledBy, optional: true },
  { id: 'difference', kind: 'money', value: (row) => row.difference, optional: true },
  { id: 'metode', kind: 'text', value: (row) => row.method ?? '', optional: true },
  { id: 'afstemt-den', kind: 'date', value: (row) => row.reconciledOn, optional: true },
  { id: 'initialer', kind: 'text', value: (row) => row.initials, optional: true },
  { id: 'funktionsnavn', kind: 'text', value: (row) => row.functionName, optional: true },
  { id: 'tildelt', kind: 'text', value: (row) => row.assignee, optional: true },
  { id: 'frist', kind: 'date', value: (row) => row.deadline, optional: true },
  { id: 'saldo-foer', kind: 'money', value: (row) => row.earlierBalance, sum: false, optional: true },
  { id: 'kategori-foer', kind: 'text', value: (row) => String(row.earlierCategory ?? ''), optional: true },
  { id: 'godkendt-af', kind: 'text', value: (row) => row.approvedBy, optional: true },
  { id: 'godkendt-den', kind: 'date', value: (row) => row.approvedOn, optional: true },
  { id: 'regel', kind: 'text', value: (row) => row.rule, optional: true },
];

/** Words in the reader's language. */
interface AccountWords {
  status: (status: StatusValue) => string;
  /** Where an account is reconciled separately and so has no category. */
  separately: string;
  method: (method: Method) => string;
}

/** The columns of *Konti* as they are read, on screen and in its export. */
export function accountColumns(words: AccountWords): (ListColumn<AccountRow> & { id: AccountColumnId })[] {
  return ACCOUNT_COLUMNS.map((column) => {
    if (column.kind === 'category')
      return { ...column, otherwise: (row) => (row.separately ? words.separately : null) };
    if (column.id === 'metode' && column.kind === 'text') {
      return { ...column, value: (row) => (row.method === null ? '' : words.method(row.method)) };
    }
    if (column.id !== 'status' || column.kind !== 'text') return column;
    const value = (row: AccountRow) => {
      const status = statusValue(row);
      return status === null ? '' : words.status(status);
    };
    return { ...column, value, order: statusOrder };
  });
}

/** Values of the filter *kategori* beside the categories themselves. */
export const NOT_LOGGED = 'ikke-logget';
export const SEPARATELY = 'saerskilt';

export type AccountFilterId =
  | 'kategori'
  | 'status'
  | 'udvalg'
  | 'forvaltning'
  | 'afstemmes-af'
  | 'funktion'
  | 'tildelt';

export const ACCOUNT_FILTERS: readonly (ListFilter<AccountRow> & { id: AccountFilterId })[] = [
  { id: 'kategori', values: (row) => [categoryValue(row)] },
  { id: 'status', values: (row) => [statusValue(row) ?? SEPARATELY] },
  { id: 'udvalg', values: (row) => [row.committee || NONE] },
  { id: 'forvaltning', values: (row) => [row.administration || NONE] },
  { id: 'afstemmes-af', values: (row) => [row.reconciledBy || NONE] },
  { id: 'funktion', values: (row) => [row.imFunction] },
  { id: 'tildelt', values: (row) => [row.assignee || NONE] },
];

function categoryValue(row: AccountRow): string {
  return row.separately ? SEPARATELY : row.category === null ? NOT_LOGGED : String(row.category);
}

/** Values of the filter *status*, in the order of the work. */
export const STATUS_VALUES = ['ikke-paabegyndt', 'kladde', 'til-godkendelse', 'godkendt', 'returneret'] as const;
export type StatusValue = (typeof STATUS_VALUES)[number];

/** Those of what is logged and not approved. */
export const UNDERWAY: readonly StatusValue[] = ['kladde', 'til-godkendelse', 'returneret'];

const VALUES: Record<Status, StatusValue> = {
  draft: 'kladde',
  submitted: 'til-godkendelse',
  approved: 'godkendt',
  returned: 'returneret',
};

/** Of the work; what is reconciled separately comes last. */
function statusOrder(row: AccountRow): number {
  const status = statusValue(row);
  return status === null ? STATUS_VALUES.length : STATUS_VALUES.indexOf(status);
}

/** How far an account has come; null where it is reconciled separately. */
export function statusValue({ separately, status }: Pick<AccountRow, 'separately' | 'status'>): StatusValue | null {
  if (separately) return null;
  return status === null ? 'ikke-paabegyndt' : VALUES[status];
}
