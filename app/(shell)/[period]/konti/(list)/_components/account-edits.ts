import type { useTranslations } from 'next-intl';
import type { CellEdit } from '#components/data-table/columns.ts';
import type { TableKeeper } from '#components/data-table/editing.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { EditableAccountColumn } from '#lib/schemas/bulk.ts';
import type { AccountColumnId } from '#lib/services/account-list.ts';
import type { AccountRow } from '#lib/services/account-rows.ts';
import { done, type Problem } from '#lib/services/context.ts';
import type { NamedAssignee } from '#lib/services/list-assignees.ts';
import {
  type CellReading,
  readAmountCell,
  readCategoryCell,
  readDateCell,
  readInitialsCell,
  readMethodCell,
} from '#lib/services/read-cell.ts';
import { type ListKeeperOptions, listKeeper } from '../../../_components/bulk/list-keeper.ts';
import { adviseDeadline } from '../../../_components/deadline/advise-deadline.ts';
import { saveAccountCells, undoInAccounts } from '../../../list-actions.ts';
import type { AccountActs } from './accounts-bulk.tsx';

type Translator = ReturnType<typeof useTranslations<never>>;

/** Columns that come with the balance and the organisation. */
const IMPORTED: ReadonlySet<AccountColumnId> = new Set([
  'konto',
  'navn',
  'im-funktion',
  'saldo',
  'udvalg',
  'forvaltning',
  'afstemmes-af',
  'funktionsnavn',
]);

/** How the cells of a column of *Konti* are changed by somebody with such rights, or why they are not. */
export function editOf(
  id: AccountColumnId,
  acts: AccountActs,
  assignees: readonly NamedAssignee[],
  t: Translator,
): { edit: CellEdit<AccountRow> } | { readOnly: string } {
  const made = makeEdit(id, assignees, t);
  if (made === null) return { readOnly: t(IMPORTED.has(id) ? 'bulk.readOnly.imported' : 'bulk.readOnly.derived') };
  const isAllowed = id === 'tildelt' || id === 'frist' ? acts.assign : acts.log;
  return isAllowed ? { edit: made } : { readOnly: t('problems.not-allowed') };
}

function makeEdit(
  id: AccountColumnId,
  assignees: readonly NamedAssignee[],
  t: Translator,
): CellEdit<AccountRow> | null {
  const wordsOf = (read: CellReading<unknown>) => (typeof read === 'string' ? t(`problems.${read}`) : null);
  const refusal = (row: AccountRow) => (row.separately ? t('problems.reconciled-separately') : null);
  switch (id) {
    case 'kategori':
      return {
        text: (row) => String(row.category ?? ''),
        check: (text, row) =>
          text.trim() === String(row.category ?? '')
            ? null
            : (wordsOf(readCategoryCell(text.trim())) ?? (row.findings > 0 ? t('problems.has-findings') : null)),
        refusal,
      };
    case 'dokumenteret':
      return {
        text: (row) => (row.documentedBalance === null ? '' : formatOre(row.documentedBalance)),
        check: (text) => wordsOf(readAmountCell(text.trim())),
        refusal,
      };
    case 'metode':
      return {
        text: (row) => (row.method === null ? '' : t(`accounts.method.${row.method}`)),
        check: (text) => wordsOf(readMethodCell(text.trim())),
        refusal,
        options: (['source', 'specification'] as const).map((method) => ({
          value: t(`accounts.method.${method}`),
          label: t(`accounts.method.${method}`),
        })),
      };
    case 'afstemt-den':
      return {
        text: (row) => (row.reconciledOn === null ? '' : formatDate(row.reconciledOn)),
        check: (text) => wordsOf(readDateCell(text.trim())),
        refusal,
      };
    case 'initialer':
      return { text: (row) => row.initials, check: (text) => wordsOf(readInitialsCell(text.trim())), refusal };
    case 'tildelt':
      return {
        text: (row) => row.assignee,
        check: (text) => (isSomebody(text.trim(), assignees) ? null : t('problems.unknown-assignee')),
        options: assignees.map(({ name, initials }) => ({ value: name, label: `${name} (${initials})` })),
      };
    case 'frist':
      return {
        text: (row) => (row.deadline === null ? '' : formatDate(row.deadline)),
        check: (text) => wordsOf(readDateCell(text.trim())),
        advise: (text) => adviseDeadline(text, t),
      };
    default:
      return null;
  }
}

/** Whose e-mail it is only the server knows. */
function isSomebody(text: string, assignees: readonly NamedAssignee[]): boolean {
  const wanted = text.toLocaleLowerCase('da');
  return (
    text === '' ||
    text.includes('@') ||
    assignees.some(({ name, initials }) => [name, initials].some((one) => one.toLocaleLowerCase('da') === wanted))
  );
}

interface KeeperOptions {
  periodId: string;
  personId: string;
  rows: readonly AccountRow[];
  textOf: (problem: Problem) => string;
  outside: ListKeeperOptions<AccountRow>['outside'];
  onSaved: (rows: readonly AccountRow[]) => void;
}

/** Keeps what is typed into *Konti*. */
export function accountKeeper({ periodId, personId, ...options }: KeeperOptions): TableKeeper<AccountRow> {
  return listKeeper({
    ...options,
    place: `konti/${periodId}/${personId}`,
    rowId: (row) => row.number,
    save: async (changes, known) => {
      const result = await saveAccountCells({
        periodId,
        changes: changes.map(({ rowId, columnId, text }) => ({
          account: rowId,
          version: known(rowId)?.version ?? 0,
          column: columnId as EditableAccountColumn,
          text,
        })),
      });
      if (!result.ok) return result;
      const refused = result.value.refused.map(({ account, column, problem }) => ({
        rowId: account,
        columnId: column,
        problem,
      }));
      return done({ ...result.value, refused });
    },
    undo: async (changeSet) => {
      const result = await undoInAccounts(periodId, changeSet);
      if (!result.ok) return result;
      const refused = result.value.refused.map(({ account, problem }) => ({ rowId: account, columnId: null, problem }));
      return done({ ...result.value, refused });
    },
  });
}
