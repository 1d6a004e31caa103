import { NONE } from '#lib/format/list.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { ACCOUNT_FILTERS, type AccountFilterId, STATUS_VALUES, type StatusValue, statusValue } from './account-list.ts';
import type { AccountRow } from './account-rows.ts';

/** What the work is divided by: filters of *Konti*, so that each number leads to its accounts. */
export const PROGRESS_BY = ['forvaltning', 'udvalg', 'afstemmes-af', 'tildelt'] as const satisfies AccountFilterId[];
export type ProgressBy = (typeof PROGRESS_BY)[number];

/** How many of the accounts that are to be logged stand where. */
export interface Progress {
  /** Value of the filter; `ingen` for accounts of nobody. */
  value: string;
  statuses: Record<StatusValue, number>;
  total: number;
  /** What is not approved yet. */
  left: number;
}

/** All of them as one. */
export function countProgress(value: string, rows: readonly AccountRow[]): Progress {
  const statuses = Object.fromEntries(STATUS_VALUES.map((status) => [status, 0])) as Record<StatusValue, number>;
  let total = 0;
  for (const row of rows) {
    const status = statusValue(row);
    if (status === null) continue;
    statuses[status] += 1;
    total += 1;
  }
  return { value, statuses, total, left: total - statuses.godkendt };
}

/** By one division, whoever has most left first; of those with the same, by code, accounts of nobody last. */
export function divideProgress(rows: readonly AccountRow[], by: ProgressBy): Progress[] {
  const filter = ACCOUNT_FILTERS.find(({ id }) => id === by);
  const groups = Map.groupBy(rows, (row) => filter?.values(row)[0] ?? NONE);
  return [...groups]
    .map(([value, own]) => countProgress(value, own))
    .filter(({ total }) => total > 0)
    .sort(
      (left, right) =>
        right.left - left.left ||
        Number(left.value === NONE) - Number(right.value === NONE) ||
        compareDanish(left.value, right.value),
    );
}
