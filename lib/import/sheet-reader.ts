import type { IsoDate } from '#lib/domain/date.ts';
import { parseImFunction } from '#lib/domain/im-function.ts';
import type { Ore } from '#lib/domain/money.ts';
import { restoreText } from '#lib/format/formula-guard.ts';
import { type AmountForm, parseCount } from '#lib/format/parse-amount.ts';
import { parseDate } from '#lib/format/parse-date.ts';
import { isAmountInNoForm, readAmountCell } from './amount-column.ts';
import type { FoundColumn } from './find-header.ts';
import { restoreFunctionNumber } from './function-number.ts';
import { makeError } from './issue.ts';
import { NUMBER_MARK, toText } from './raw-table.ts';
import type { RawRow } from './scan-csv.ts';
import type { Issue } from './types.ts';

/** Reads the cells of one file by the column's name, and turns what cannot be read into issues with their place. */
export class SheetReader {
  readonly file: string;
  readonly issues: Issue[];
  readonly headings: Readonly<Record<string, string>>;
  readonly #columns: ReadonlyMap<string, FoundColumn>;
  readonly #fromExcel: boolean;
  /** The form of the amounts; null where it is not known, and they are not read. */
  readonly #form: AmountForm | null;
  /** Functions as written → read: a file has few of them, many times. */
  readonly #functions = new Map<string, string | null>();

  constructor(
    file: string,
    columns: readonly FoundColumn[],
    fromExcel: boolean,
    form: AmountForm | null,
    issues: Issue[],
  ) {
    this.file = file;
    this.issues = issues;
    this.#columns = new Map(columns.map((column) => [column.spec.field, column]));
    this.headings = Object.fromEntries(columns.map((column) => [column.spec.field, column.heading]));
    this.#fromExcel = fromExcel;
    this.#form = form;
  }

  has(field: string): boolean {
    return this.#columns.has(field);
  }

  #cell(row: RawRow, field: string): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : (row.cells[column.index] ?? '');
  }

  /** The cell as a person sees it; '' where it is blank or the file has no such column. */
  shown(row: RawRow, field: string): string {
    return toText(this.#cell(row, field));
  }

  text(row: RawRow, field: string): string {
    const text = this.shown(row, field);
    return this.#fromExcel ? text : restoreText(text);
  }

  /** A text that may not be blank. */
  required(row: RawRow, field: string): string {
    const text = this.text(row, field);
    if (text === '') this.fail(row, field, 'value-missing');
    return text;
  }

  fail(row: RawRow, field: string, code: string, params: Issue['params'] = {}): void {
    const column = this.headings[field] ?? field;
    this.issues.push(makeError(this.file, code, { row: row.row, column, value: this.shown(row, field) }, params));
  }

  /** Øre of one column of amounts. null: blank, or faulty (which an issue says). */
  #amountOf(row: RawRow, field: string): { amount: Ore | null; faulty: boolean } {
    const cell = this.#cell(row, field);
    if (this.#form === null) {
      // Which form it is, a person must say; what is an amount in neither is wrong already.
      if (isAmountInNoForm(cell)) this.fail(row, field, 'amount-not-an-amount');
      return { amount: null, faulty: true };
    }
    const read = readAmountCell(cell, this.#form);
    if (typeof read !== 'string') return { amount: read, faulty: false };
    this.fail(row, field, `amount-${read}`, { form: this.#form });
    return { amount: null, faulty: true };
  }

  /** Øre of the amount, or of debet minus kredit. 'faulty': an issue says why; null: blank. */
  amount(row: RawRow): Ore | 'faulty' | null {
    if (this.has('amount')) {
      const { amount, faulty } = this.#amountOf(row, 'amount');
      return faulty ? 'faulty' : amount;
    }
    const debit = this.#amountOf(row, 'debit');
    const credit = this.#amountOf(row, 'credit');
    if (debit.faulty || credit.faulty) return 'faulty';
    if (debit.amount === null && credit.amount === null) return null;
    return (debit.amount ?? 0n) - (credit.amount ?? 0n);
  }

  /** Øre of an amount that may not be blank; null where an issue says why there is none. */
  requiredAmount(row: RawRow): Ore | null {
    const amount = this.amount(row);
    if (amount === null) this.fail(row, this.has('amount') ? 'amount' : 'debit', 'value-missing');
    return typeof amount === 'bigint' ? amount : null;
  }

  /** One column of amounts or counts by itself, for sums; says nothing. Øre of amounts. null: blank. */
  figure(row: RawRow, column: FoundColumn): bigint | 'faulty' | null {
    const cell = row.cells[column.index] ?? '';
    if (column.spec.type === 'count') {
      if (toText(cell) === '') return null;
      const count = parseCount(toText(cell));
      return count === null ? 'faulty' : BigInt(count);
    }
    const read = this.#form === null ? 'faulty' : readAmountCell(cell, this.#form);
    return typeof read === 'string' ? 'faulty' : read;
  }

  count(row: RawRow, field: string): number | null {
    const text = this.required(row, field);
    const count = parseCount(text);
    if (count === null && text !== '') this.fail(row, field, 'not-a-count');
    return count;
  }

  /** A date; null: blank. 'faulty': an issue says that there is no such day. */
  date(row: RawRow, field: string): IsoDate | 'faulty' | null {
    const text = this.text(row, field);
    if (text === '') return null;
    const date = parseDate(text);
    if (date !== null) return date;
    this.fail(row, field, 'impossible-date');
    return 'faulty';
  }

  /** An IM function as `9.52.59`; '' where it is blank; null where an issue says that it is none. */
  imFunction(row: RawRow, field: string): string | null {
    const text = this.text(row, field);
    if (text === '') return '';
    const isNumber = this.#cell(row, field).startsWith(NUMBER_MARK);
    const written = isNumber ? restoreFunctionNumber(text) : text;
    let code = this.#functions.get(written);
    if (code === undefined) {
      code = parseImFunction(written);
      this.#functions.set(written, code);
    }
    if (code === null) this.fail(row, field, 'not-a-function');
    return code;
  }
}
