import type { TableId } from '#lib/report/model.ts';

/**
 * Where what stands in a report leads to: what stands behind a figure, and an account's page. Null: nowhere. Whoever
 * writes something for the public takes NO_LINKS.
 */
export interface Links {
  /** `cell` gives the text of the row's cell in a column, null in the row of totals. */
  figure(table: TableId, column: string, cell: ((column: string) => string) | null): string | null;
  account(number: string): string | null;
}

export const NO_LINKS: Links = { figure: () => null, account: () => null };
