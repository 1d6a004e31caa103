import { type Column, queryWords, type SetFilter, searchableText } from './columns.ts';

/** The rows that hold every word of the query and, per filter, one of the chosen values. */
export function filterRows<Row>(
  rows: readonly { row: Row; text: string }[],
  query: string,
  filters: readonly SetFilter<Row>[],
  chosen: (filter: string) => readonly string[],
): Row[] {
  const words = queryWords(query);
  const sets = filters
    .map((filter) => ({ filter, values: new Set(chosen(filter.id)) }))
    .filter(({ values }) => values.size > 0);
  return rows
    .filter(
      ({ row, text }) =>
        words.every((word) => text.includes(word)) &&
        sets.every(({ filter, values }) => filter.values(row).some((value) => values.has(value))),
    )
    .map(({ row }) => row);
}

/** Each row with the text that a search looks in, made once for all searches. */
export function indexRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): { row: Row; text: string }[] {
  return rows.map((row) => ({ row, text: searchableText(row, columns) }));
}
