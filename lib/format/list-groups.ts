import { sum } from '#lib/domain/money.ts';
import { displayedText, type ListColumn } from './list.ts';

/** Rows that read the same in a column. */
export interface RowGroup<Row> {
  /** Stable while the values are: the values from the outermost group to this one. */
  id: string;
  column: string;
  /** As it is read; '' for rows that have none. */
  value: string;
  rows: readonly Row[];
  /** What the rows add up to, in øre or whole numbers, by column. */
  sums: ReadonlyMap<string, bigint>;
  /** By the next column; none where this is the innermost. */
  groups: readonly RowGroup<Row>[];
}

/** How many columns a list can be grouped by at once. */
export const MOST_GROUPS = 2;

/** Reads `udvalg,kategori`: columns that can be grouped by, the outermost first. */
export function parseGroups(text: string | null, columns: readonly ListColumn<never>[]): string[] {
  const known = columns.filter(canGroup).map(({ id }) => id);
  return [...new Set((text ?? '').split(','))].filter((id) => known.includes(id)).slice(0, MOST_GROUPS);
}

/** Whether rows can be grouped by a column: what is counted or paid is summed instead. */
export function canGroup({ kind }: { kind: ListColumn<never>['kind'] }): boolean {
  return kind !== 'money' && kind !== 'count';
}

/** What rows add up to, by column that is summed. */
function sumsOf<Row>(rows: readonly Row[], columns: readonly ListColumn<Row>[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const column of columns) {
    if ((column.kind !== 'money' && column.kind !== 'count') || column.sum === false) continue;
    sums.set(
      column.id,
      sum(
        column.kind === 'money'
          ? rows.map((row) => column.value(row) ?? 0n)
          : rows.map((row) => BigInt(column.value(row) ?? 0)),
      ),
    );
  }
  return sums;
}

/** What groups add up to together. */
function addUp<Row>(groups: readonly RowGroup<Row>[]): Map<string, bigint> {
  const ids = [...(groups[0]?.sums.keys() ?? [])];
  return new Map(ids.map((id) => [id, sum(groups.map(({ sums }) => sums.get(id) ?? 0n))]));
}

/** The rows gathered by the named columns. They come in the order of those columns, as `selectRows` leaves them. */
export function groupRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  [id, ...rest]: readonly string[],
  path: readonly string[] = [],
): RowGroup<Row>[] {
  const column = columns.find((one) => one.id === id);
  if (!column) return [];
  const gathered = new Map<string, Row[]>();
  for (const row of rows) {
    const value = displayedText(column, row);
    const group = gathered.get(value);
    if (group) group.push(row);
    else gathered.set(value, [row]);
  }
  return [...gathered].map(([value, own]) => {
    const groups = groupRows(own, columns, rest, [...path, value]);
    return {
      id: JSON.stringify([...path, value]),
      column: column.id,
      value,
      rows: own,
      sums: groups.length > 0 ? addUp(groups) : sumsOf(own, columns),
      groups,
    };
  });
}
