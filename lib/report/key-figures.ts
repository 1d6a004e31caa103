import type { IsoDate } from '#lib/domain/date.ts';
import { sum } from '#lib/domain/money.ts';
import { formatCount } from '#lib/format/amount.ts';
import { parseDate } from '#lib/format/parse-date.ts';
import { thousands } from './cells.ts';
import { countLeftOut, countPlans } from './edition.ts';
import {
  type Cell,
  isMoney,
  type KeyFigures,
  type PlanCard,
  type ReportModel,
  type Table,
  type TableId,
  tableOf,
} from './model.ts';
import { printCell } from './print-cell.ts';

/**
 * The key figures of a report, read from its tables, so that they are the report's own. They count what the open edition
 * leaves out as well, and where it does not tell enough for that, they say so.
 * @param asOf the day on which a deadline counts as passed
 */
export function readKeyFigures(model: KeyFigureModel, asOf: IsoDate): KeyFigures {
  const categories = tableOf(model, 'kategorier');
  return {
    categories: [...categories.rows, ...(categories.total ? [categories.total] : [])].map((row) => {
      const [category] = row;
      const print = (id: string) => printCell(cellOf(categories, row, id));
      return {
        category: category === 1 || category === 2 || category === 3 ? category : null,
        accounts: print('antal'),
        net: print('netto'),
        previousAccounts: print('antal-forrige'),
        previousNet: print('netto-forrige'),
      };
    }),
    municipality: readTotals(model, 'tabel-1-1'),
    committee: {
      findings: readTotal(model, 'tabel-2-1', 'antal-konti') || formatCount(0),
      ...readTotals(model, 'tabel-2-1'),
      plans: formatCount(countPlans(model)),
      overdue: readOverdue(model, asOf),
    },
  };
}

type KeyFigureModel = Pick<ReportModel, 'tables' | 'document' | 'edition' | 'redactions'>;

const LEFT_OUT = 'udeladt';

function readOverdue(model: KeyFigureModel, asOf: IsoDate): string {
  const isLeftOut = model.redactions.some(
    ({ kind, target }) => kind === 'column' && target === 'handleplaner.deadline',
  );
  if (model.edition === 'open' && isLeftOut && countPlans(model) > 0) return LEFT_OUT;
  const overdue = model.document
    .flatMap((block) => (block.kind === 'plans' ? block.group.functions.flatMap(({ cards }) => cards) : []))
    .filter(({ steps }) => steps.some((step) => isPassed(step, asOf)));
  if (countLeftOut(model) === 0) return formatCount(overdue.length);
  return overdue.length === 0 ? LEFT_OUT : `mindst ${formatCount(overdue.length)}`;
}

function isPassed({ deadline, done }: PlanCard['steps'][number], asOf: IsoDate): boolean {
  const date = done ? null : parseDate(deadline);
  return date !== null && date < asOf;
}

function cellOf(table: Table, row: readonly Cell[], id: string): Cell {
  return row[table.columns.findIndex((column) => column.id === id)] ?? '';
}

function readTotal(model: Pick<ReportModel, 'tables'>, id: TableId, column: string): string {
  const table = tableOf(model, id);
  return table.total ? printCell(cellOf(table, table.total, column)) : '';
}

/** The follow-up and its older part in both categories together; a sum is rounded once, from exact øre. */
function readTotals(model: Pick<ReportModel, 'tables'>, id: TableId): { followUp: string; older: string } {
  const table = tableOf(model, id);
  const amounts = (columns: string[]) =>
    columns.map((column) => {
      const cell = cellOf(table, table.total ?? [], column);
      return isMoney(cell) ? BigInt(cell.ore) : 0n;
    });
  const [followUp, older] = [['opfoelgning'], ['aeldre-kategori-2', 'aeldre-kategori-3']].map(
    (columns) => thousands(sum(amounts(columns))).printed,
  );
  return { followUp: followUp ?? '', older: older ?? '' };
}
