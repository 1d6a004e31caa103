import type { useTranslations } from 'next-intl';
import type { CellEdit } from '#components/data-table/columns.ts';
import type { TableKeeper } from '#components/data-table/editing.ts';
import { formatDate } from '#lib/format/date.ts';
import type { EditableFindingColumn } from '#lib/schemas/bulk.ts';
import type { FindingRow } from '#lib/services/account-rows.ts';
import { done, type Problem, problem } from '#lib/services/context.ts';
import { type CellReading, readDateCell, readLongCell, readShortCell } from '#lib/services/read-cell.ts';
import { type ListKeeperOptions, listKeeper } from '../../_components/bulk/list-keeper.ts';
import { adviseDeadline } from '../../_components/deadline/advise-deadline.ts';
import { saveFindingCells, undoInFindings } from '../../list-actions.ts';

type Translator = ReturnType<typeof useTranslations<never>>;

export const findingRowId = (row: FindingRow) => `${row.account}/${row.committee}`;

/** How the cells of a column of *Opfølgning* are changed, or why they are not. */
export function findingEditOf(
  id: string,
  mayLog: boolean,
  t: Translator,
): { edit: CellEdit<FindingRow> } | { readOnly: string } {
  const edit = makeEdit(id, t);
  if (edit === null) return { readOnly: t('bulk.readOnly.derived') };
  return mayLog ? { edit } : { readOnly: t('problems.not-allowed') };
}

function makeEdit(id: string, t: Translator): CellEdit<FindingRow> | null {
  const checkBy = (read: (text: string) => CellReading<unknown>) => (text: string) => {
    const found = read(text.trim());
    return typeof found === 'string' ? t(`problems.${found}`) : null;
  };
  switch (id) {
    case 'ansvarlig':
      return { text: (row) => row.responsible, check: checkBy(readShortCell) };
    case 'tema':
      return { text: (row) => row.theme, check: checkBy(readShortCell) };
    case 'problem':
      return { text: (row) => row.problem, check: checkBy(readLongCell) };
    case 'aktivitet':
      return { text: (row) => row.activity, check: checkBy(readLongCell), refusal: refuseStep };
    case 'deadline':
      return {
        text: (row) => (row.deadline === null ? '' : formatDate(row.deadline)),
        check: checkBy(readDateCell),
        advise: (text) => adviseDeadline(text, t),
        refusal: refuseStep,
      };
    default:
      return null;
  }

  function refuseStep({ plan }: FindingRow): string | null {
    return plan === 'done' || plan === 'dropped' ? t('problems.no-open-step') : null;
  }
}

interface KeeperOptions {
  periodId: string;
  personId: string;
  rows: readonly FindingRow[];
  /** Why deadlines move, until somebody says otherwise. */
  reason: string;
  textOf: (problem: Problem) => string;
  outside: ListKeeperOptions<FindingRow>['outside'];
  onSaved: () => void;
}

/** Keeps what is typed into *Opfølgning*. */
export function findingKeeper({ periodId, personId, reason, ...options }: KeeperOptions): TableKeeper<FindingRow> {
  return listKeeper({
    ...options,
    place: `opfoelgning/${periodId}/${personId}`,
    rowId: findingRowId,
    save: async (changes, known) => {
      const result = await saveFindingCells({
        periodId,
        reason,
        allOrNothing: false,
        changes: changes.flatMap(({ rowId, columnId, text }) => {
          const row = known(rowId);
          if (!row) return [];
          const { account, committee, version } = row;
          return [{ account, committee, version, column: columnId as EditableFindingColumn, text }];
        }),
      });
      if (!result.ok) return result;
      const refused = result.value.refused.map(({ account, committee, column, problem: why }) => ({
        rowId: `${account}/${committee}`,
        columnId: column as string,
        problem: why,
      }));
      // Typed by an earlier page, on a finding that is no more: said, and not taken for saved.
      const gone = changes
        .filter(({ rowId }) => known(rowId) === undefined)
        .map(({ rowId, columnId }) => ({ rowId, columnId, problem: problem('unknown-finding') }));
      return done({ ...result.value, refused: [...refused, ...gone] });
    },
    undo: async (changeSet) => {
      const result = await undoInFindings(periodId, changeSet);
      if (!result.ok) return result;
      const { rows, refused } = result.value;
      const told = refused.flatMap(({ account, problem: why }) => {
        const own = options.rows.filter((row) => row.account === account);
        return own.map((row) => ({ rowId: findingRowId(row), columnId: null, problem: why }));
      });
      return done({ ...result.value, rows, refused: told });
    },
  });
}
