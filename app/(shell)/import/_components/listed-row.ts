import type { ShownValue } from '#lib/services/describe-change.ts';

/** A line: a thing or, of a verdict with findings, one of its findings. */
export interface ListedRow {
  key: string;
  id: string;
  name: string;
  cells: Map<string, ShownValue>;
}
