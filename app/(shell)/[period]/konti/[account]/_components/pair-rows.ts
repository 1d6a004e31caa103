/** The same row in three forms; null where a form has it not. */
export interface Pair<Row> {
  id: string;
  base: Row | null;
  mine: Row | null;
  theirs: Row | null;
}

type Name<Row> = (row: Row) => string | null;

/**
 * Tells which rows of two forms, and of the one that both began as, are the same: by the first of `names` that they
 * have in common. Rows that were there before are told from new ones; rows that both have taken away are left out. The
 * order is that of the form whose order was changed, mine where both were.
 */
export function pairRows<Row extends { key: string }>(
  { base, mine, theirs }: { base: readonly Row[]; mine: readonly Row[]; theirs: readonly Row[] },
  names: readonly Name<Row>[],
): Pair<Row>[] {
  const ofMine = match(base, mine, names);
  const ofTheirs = match(base, theirs, names);
  const newInMine = mine.filter((row) => !ofMine.has(row));
  const alike = match(
    newInMine,
    theirs.filter((row) => !ofTheirs.has(row)),
    names,
  );
  const pairs = new Map<Row, Pair<Row>>();
  for (const row of base) pairs.set(row, { id: `b${row.key}`, base: row, mine: null, theirs: null });
  for (const row of newInMine) pairs.set(row, { id: `m${row.key}`, base: null, mine: row, theirs: null });
  const pairOf = new Map<Row, Pair<Row>>();
  for (const row of mine) {
    const pair = pairs.get(ofMine.get(row) ?? row);
    if (pair) pairOf.set(row, Object.assign(pair, { mine: row }));
  }
  for (const row of theirs) {
    const known = ofTheirs.get(row) ?? alike.get(row);
    const pair = (known && pairs.get(known)) ?? { id: `t${row.key}`, base: null, mine: null, theirs: row };
    pairOf.set(row, Object.assign(pair, { theirs: row }));
  }
  const isInOldOrder = mine.length === base.length && mine.every((row, index) => ofMine.get(row) === base[index]);
  const leading = isInOldOrder ? [...theirs, ...mine] : [...mine, ...theirs];
  return [...new Set(leading.flatMap((row) => pairOf.get(row) ?? []))];
}

/** For each of `rows` that one of `known` names alike, that one; none is taken twice. */
function match<Row>(known: readonly Row[], rows: readonly Row[], names: readonly Name<Row>[]): Map<Row, Row> {
  const found = new Map<Row, Row>();
  const free = new Set(known);
  for (const nameOf of names) {
    const waiting = new Map<string, Row[]>();
    for (const row of free) {
      const name = nameOf(row);
      if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), row]);
    }
    for (const row of rows) {
      const name = found.has(row) ? null : nameOf(row);
      const same = name === null ? undefined : waiting.get(name)?.shift();
      if (same === undefined) continue;
      found.set(row, same);
      free.delete(same);
    }
  }
  return found;
}
