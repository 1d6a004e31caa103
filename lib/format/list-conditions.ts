import type { IsoDate } from '#lib/domain/date.ts';
import { formatCount, formatOre } from './amount.ts';
import { formatDate } from './date.ts';
import { displayedText, type ListColumn } from './list.ts';
import { parseAmount, parseCount } from './parse-amount.ts';
import { parseDate } from './parse-date.ts';

/**
 * Conditions on single columns, as they stand in an address: `?hvor=saldo.over.1.000,00&hvor=navn.indeholder.bank`.
 * All of them have to hold; of those that name values of one column (`en-af`), one.
 */

const BLANKS = ['tom', 'udfyldt'] as const;
const TEXT_OPERATORS = ['indeholder', 'begynder', 'er', 'en-af', ...BLANKS] as const;
const NUMBER_OPERATORS = ['over', 'mindst', 'under', 'hoejst', 'mellem', 'er', ...BLANKS] as const;
const DATE_OPERATORS = ['foer', 'efter', 'mellem', 'er', ...BLANKS] as const;
const CATEGORY_OPERATORS = ['en-af', ...BLANKS] as const;

export type Operator =
  | (typeof TEXT_OPERATORS)[number]
  | (typeof NUMBER_OPERATORS)[number]
  | (typeof DATE_OPERATORS)[number];
type Kind = ListColumn<never>['kind'];

/** What can be asked of a column, by the kind of its values. */
export const OPERATORS: Record<Kind, readonly Operator[]> = {
  text: TEXT_OPERATORS,
  link: TEXT_OPERATORS,
  count: NUMBER_OPERATORS,
  money: NUMBER_OPERATORS,
  date: DATE_OPERATORS,
  category: CATEGORY_OPERATORS,
};

/** A condition on a column: the operator and what it is held against, as written in the address. */
export interface Condition {
  column: string;
  operator: Operator;
  /** None for `tom` and `udfyldt`, two for `mellem`, one or more for `en-af`, otherwise one. */
  values: readonly string[];
}

/** How many values an operator is held against; `en-af` takes any number. */
export function valueCount(operator: Operator): number {
  return operator === 'tom' || operator === 'udfyldt' ? 0 : operator === 'mellem' ? 2 : 1;
}

const BETWEEN = '..';

/**
 * A value as the address has it, from what a person typed: an amount in full (`1000` → `1.000,00`), a date as
 * `2023-12-31`; null where it is none.
 */
export function readValue(kind: Kind, typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (kind === 'date') return parseDate(text);
  if (kind === 'count') {
    const count = parseCount(text);
    return count === null ? null : formatCount(count);
  }
  if (kind !== 'money') return text;
  const amount = parseAmount(text, 'da');
  return typeof amount === 'bigint' ? formatOre(amount) : null;
}

/** A value of the address as a person reads it. */
export function shownValue(kind: Kind, value: string): string {
  const date = kind === 'date' ? parseDate(value) : null;
  return date === null ? value : formatDate(date);
}

/** Reads one `hvor`; null where it does not fit the column that it names, or there is none. */
function parseCondition(text: string, columns: readonly ListColumn<never>[]): Condition | null {
  const [, id, operatorText, , rest = ''] = /^([^.]+)\.([^.]+)(\.(.*))?$/s.exec(text) ?? [];
  const column = columns.find((one) => one.id === id);
  const operator = column && OPERATORS[column.kind].find((one) => one === operatorText);
  if (!column || !operator) return null;
  const parts = operator === 'mellem' ? rest.split(BETWEEN) : operator === 'en-af' ? [rest] : rest === '' ? [] : [rest];
  if (parts.length !== valueCount(operator)) return null;
  if (operator === 'en-af') return { column: column.id, operator, values: parts };
  const values = parts.flatMap((part) => readValue(column.kind, part) ?? []);
  return values.length === parts.length ? { column: column.id, operator, values } : null;
}

/** The conditions of an address, those that cannot be read left out; values of one column gathered. */
export function parseConditions(texts: readonly string[], columns: readonly ListColumn<never>[]): Condition[] {
  const conditions: Condition[] = [];
  for (const text of texts) {
    const condition = parseCondition(text, columns);
    const same = conditions.findIndex(
      ({ column, operator }) => operator === 'en-af' && condition?.operator === operator && condition.column === column,
    );
    const earlier = conditions[same];
    if (condition && earlier) {
      conditions[same] = { ...earlier, values: [...new Set([...earlier.values, ...condition.values])] };
    } else if (condition) conditions.push(condition);
  }
  return conditions;
}

/** The other way of {@link parseConditions}. */
export function formatConditions(conditions: readonly Condition[]): string[] {
  return conditions.flatMap(({ column, operator, values }) => {
    if (operator === 'en-af') return values.map((value) => `${column}.${operator}.${value}`);
    return [[column, operator, ...(values.length > 0 ? [values.join(BETWEEN)] : [])].join('.')];
  });
}

/** Whether a row meets a condition on one of the columns; without such a column every row does. */
export function testOf<Row>(condition: Condition, columns: readonly ListColumn<Row>[]): (row: Row) => boolean {
  const column = columns.find(({ id }) => id === condition.column);
  if (!column) return () => true;
  const { operator, values } = condition;
  if (operator === 'tom') return (row) => displayedText(column, row) === '';
  if (operator === 'udfyldt') return (row) => displayedText(column, row) !== '';
  if (operator === 'en-af') {
    const chosen = new Set(values);
    return (row) => chosen.has(displayedText(column, row));
  }
  switch (column.kind) {
    case 'money':
      return testNumber(operator, values.map(toOre), column.value);
    case 'count':
      return testNumber(
        operator,
        values.map((value) => BigInt(parseCount(value) ?? 0)),
        (row) => {
          const count = column.value(row);
          return count === null ? null : BigInt(count);
        },
      );
    case 'date':
      return testDate(operator, values, column.value);
    default:
      return testText(operator, values[0] ?? '', (row) => displayedText(column, row));
  }
}

function toOre(text: string): bigint {
  const amount = parseAmount(text, 'da');
  return typeof amount === 'bigint' ? amount : 0n;
}

function testText<Row>(operator: Operator, value: string, textOf: (row: Row) => string): (row: Row) => boolean {
  const sought = value.toLocaleLowerCase('da');
  const lower = (row: Row) => textOf(row).toLocaleLowerCase('da');
  if (operator === 'begynder') return (row) => lower(row).startsWith(sought);
  if (operator === 'er') return (row) => lower(row) === sought;
  return (row) => lower(row).includes(sought);
}

function testNumber<Row>(
  operator: Operator,
  [one = 0n, other = one]: readonly bigint[],
  read: (row: Row) => bigint | null,
): (row: Row) => boolean {
  const [low, high] = one <= other ? [one, other] : [other, one];
  const tests: Partial<Record<Operator, (value: bigint) => boolean>> = {
    over: (value) => value > one,
    mindst: (value) => value >= one,
    under: (value) => value < one,
    hoejst: (value) => value <= one,
    mellem: (value) => value >= low && value <= high,
    er: (value) => value === one,
  };
  return testValue(tests[operator], read);
}

function testDate<Row>(
  operator: Operator,
  [one = '', other = one]: readonly string[],
  read: (row: Row) => IsoDate | null,
): (row: Row) => boolean {
  const [low, high] = one <= other ? [one, other] : [other, one];
  const tests: Partial<Record<Operator, (value: string) => boolean>> = {
    foer: (value) => value < one,
    efter: (value) => value > one,
    mellem: (value) => value >= low && value <= high,
    er: (value) => value === one,
  };
  return testValue(tests[operator], read);
}

/** A row without a value meets no condition. */
function testValue<Row, Value>(
  test: ((value: Value) => boolean) | undefined,
  read: (row: Row) => Value | null,
): (row: Row) => boolean {
  return (row) => {
    const value = read(row);
    return value !== null && test?.(value) === true;
  };
}
