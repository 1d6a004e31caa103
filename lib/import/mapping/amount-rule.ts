import type { Ore } from '#lib/domain/money.ts';
import type { BalanceMapping, MappedColumn } from '#lib/schemas/mapping.ts';
import { readAmountCell } from '../amount-column.ts';
import { toText } from '../raw-table.ts';
import type { ColumnPlan } from './columns.ts';
import type { CellFault, MappingCircumstances } from './types.ts';

/** Reads the balance of a row. */
export interface AmountReader {
  /** Øre; null: an amount is faulty, and `faults` says why. */
  read(cells: readonly string[], faults: CellFault[]): Ore | null;
  /** Places of the columns of amounts. */
  columns: number[];
}

interface Place {
  index: number;
  heading: string;
}

/** What stands in a column that says debet or kredit; in German exports S and H. */
const DEBIT_MARKS = new Set(['d', 'db', 'dr', 'debet', 'debit', 's', 'soll', '+']);
const CREDIT_MARKS = new Set(['k', 'kr', 'cr', 'c', 'kredit', 'credit', 'h', 'haben', '-']);

/** Which side a mark says; null for none that is known. */
export function sideOf(mark: string): 'debit' | 'credit' | null {
  const plain = mark.trim().toLowerCase().replace(/\.$/, '');
  return DEBIT_MARKS.has(plain) ? 'debit' : CREDIT_MARKS.has(plain) ? 'credit' : null;
}

/** How a row's amounts make its balance, as the profile says. Columns that are not there become faults of the plan. */
export function compileAmount(
  profile: BalanceMapping,
  plan: ColumnPlan,
  { period, form: decided }: MappingCircumstances,
): AmountReader {
  const form = profile.form ?? decided;
  const { amount: rule, blankIsZero } = profile;
  const sign = profile.sign === 'reversed' ? -1n : 1n;
  const columns: number[] = [];
  const need = (field: string, column: MappedColumn): Place => {
    const index = plan.need(field, column);
    columns.push(index);
    return { index, heading: column.heading };
  };
  /** Øre of one cell; null: blank; 'faulty': a fault says why. */
  const cell = (cells: readonly string[], { index, heading }: Place, faults: CellFault[]) => {
    const written = cells[index] ?? '';
    const read = readAmountCell(written, form);
    if (typeof read !== 'string') return read;
    faults.push({ code: `amount-${read}`, column: heading, value: toText(written), params: { form } });
    return 'faulty' as const;
  };
  /** What a row without any amount comes to. */
  const blank = ({ heading }: Place, faults: CellFault[]): Ore | null => {
    if (blankIsZero) return 0n;
    faults.push({ code: 'value-missing', column: heading, value: '', params: {} });
    return null;
  };
  /** Columns that are added up; a blank one among others is 0. */
  const added = (used: Place[]): AmountReader => {
    const read = (cells: readonly string[], faults: CellFault[]) => {
      let total = 0n;
      let isStated = false;
      let isFaulty = false;
      for (const column of used) {
        const amount = cell(cells, column, faults);
        if (amount === 'faulty') isFaulty = true;
        else if (amount !== null) {
          isStated = true;
          total += amount;
        }
      }
      if (isFaulty) return null;
      const [first] = used;
      return isStated || first === undefined ? sign * total : blank(first, faults);
    };
    return { read, columns };
  };

  switch (rule.from) {
    case 'balance': {
      const balance = need('amount', rule.column);
      const read = (cells: readonly string[], faults: CellFault[]) => {
        const amount = cell(cells, balance, faults);
        if (amount === 'faulty') return null;
        return amount === null ? blank(balance, faults) : sign * amount;
      };
      return { read, columns };
    }
    case 'sides': {
      const debit = need('debit', rule.debit);
      const credit = need('credit', rule.credit);
      const creditSign = rule.creditIs === 'unsigned' ? -1n : 1n;
      const read = (cells: readonly string[], faults: CellFault[]) => {
        const left = cell(cells, debit, faults);
        const right = cell(cells, credit, faults);
        if (left === 'faulty' || right === 'faulty') return null;
        if (left === null && right === null) return blank(debit, faults);
        return sign * ((left ?? 0n) + creditSign * (right ?? 0n));
      };
      return { read, columns };
    }
    case 'marked': {
      const amountOf = need('amount', rule.column);
      const markAt = plan.need('mark', rule.mark);
      const read = (cells: readonly string[], faults: CellFault[]) => {
        const amount = cell(cells, amountOf, faults);
        if (amount === 'faulty') return null;
        if (amount === null) return blank(amountOf, faults);
        const mark = toText(cells[markAt] ?? '');
        const side = sideOf(mark);
        if (side === null && amount !== 0n) {
          faults.push({ code: 'side-unknown', column: rule.mark.heading, value: mark, params: {} });
          return null;
        }
        return side === 'credit' ? -sign * amount : sign * amount;
      };
      return { read, columns };
    }
    case 'sum':
      return added(rule.columns.map((column) => need('amount', column)));
    case 'periods': {
      const wanted = findMonths(rule, period.month);
      if ('missing' in wanted) plan.fail('mapped-period-missing', null, { month: wanted.missing });
      return added('missing' in wanted ? [] : wanted.columns.map((column) => need('amount', column)));
    }
  }
}

/** The columns that make the balance at the end of a month: its own, or the opening one and each month up to it. */
function findMonths(
  rule: Extract<BalanceMapping['amount'], { from: 'periods' }>,
  month: number,
): { columns: MappedColumn[] } | { missing: number } {
  const byMonth = new Map(rule.months.map((own) => [own.month, own.column]));
  const wanted = rule.take === 'balance' ? [month] : Array.from({ length: month }, (_, index) => index + 1);
  const columns = rule.take === 'movements' && rule.opening !== null ? [rule.opening] : [];
  for (const one of wanted) {
    const column = byMonth.get(one);
    if (column === undefined) return { missing: one };
    columns.push(column);
  }
  return { columns };
}
