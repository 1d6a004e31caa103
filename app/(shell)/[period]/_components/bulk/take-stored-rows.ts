/**
 * Puts the rows of an account as they now stand among those that a list has. What the list itself has saved meanwhile
 * is newer than what was asked for before, and stays.
 * @param known the list's rows by id; those that are taken are put there
 * @param before the account's rows of them
 * @param stored the account's rows as the server has them
 * @returns the rows that were taken; null, and nothing is, where rows came or went, which a list cannot show in place
 */
export function takeStoredRows<Row extends { version: number }>(
  known: Map<string, Row>,
  before: readonly Row[],
  stored: readonly Row[],
  rowId: (row: Row) => string,
): readonly Row[] | null {
  const isSame = before.length === stored.length && stored.every((row) => known.has(rowId(row)));
  if (!isSame) return null;
  const taken = stored.filter((row) => row.version >= (known.get(rowId(row))?.version ?? 0));
  for (const row of taken) known.set(rowId(row), row);
  return taken;
}
