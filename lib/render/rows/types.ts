import type { IsoDate } from '#lib/domain/date.ts';
import type { Ore } from '#lib/domain/money.ts';

/** What a column of an exported list holds: text, a whole number, an amount in øre, an ISO date. */
export type RowColumn = { label: string; kind: 'text' | 'count' | 'ore' | 'date'; width?: number };

/** `text`: a string; `count`: a number; `ore`: a bigint; `date`: an ISO date. Null is blank everywhere. */
export type RowValue = string | number | Ore | IsoDate | null;

/** A list on screen as it is exported: all of it, not only what is loaded. */
export interface RowSheet {
  /** Name of the sheet: at most 31 characters, none of \ / ? * [ ] : */
  name: string;
  title: string;
  columns: RowColumn[];
  rows: RowValue[][];
  /** Values under the columns; null or left out: no line of totals. */
  total?: RowValue[] | null;
}
