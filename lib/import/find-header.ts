import { COLUMNS, type ColumnSpec, DEBIT_CREDIT } from './columns.ts';
import { normaliseHeading } from './heading.ts';
import type { RawRow } from './scan-csv.ts';
import { IMPORT_KINDS, type ImportKind } from './types.ts';

/** A column of the file that we use. */
export interface FoundColumn {
  spec: ColumnSpec;
  /** Its place in the row, from 0. */
  index: number;
  /** The heading as the file has it. */
  heading: string;
}

export interface Header {
  kind: ImportKind;
  /** Place among the rows, and the row that the user sees. */
  at: number;
  row: number;
  /** Number of columns up to the last one with a heading. */
  width: number;
  columns: FoundColumn[];
  missing: ColumnSpec[];
  /** Headings that stand twice. */
  duplicates: FoundColumn[];
}

/** Headings may come before the header row; nobody has more of them than this. */
export const HEADER_WITHIN = 60;
/** From this share of its columns on a row is taken for the kind's header though some are missing. */
const ENOUGH = 0.6;

/** What each column is called, in the form in which headings agree. */
const NAMES: ReadonlyMap<ColumnSpec, readonly string[]> = new Map(
  [...IMPORT_KINDS.flatMap((kind) => COLUMNS[kind]), ...DEBIT_CREDIT].map((spec) => [
    spec,
    [spec.heading, ...spec.aliases].map(normaliseHeading),
  ]),
);
const ALL_NAMES: ReadonlySet<string> = new Set([...NAMES.values()].flat());

function findColumn(headings: string[], spec: ColumnSpec): number {
  for (const name of NAMES.get(spec) ?? []) {
    const index = headings.indexOf(name);
    if (index !== -1) return index;
  }
  return -1;
}

function matchHeader(kind: ImportKind, cells: string[], headings: string[], at: number, row: number): Header {
  const columns: FoundColumn[] = [];
  const missing: ColumnSpec[] = [];
  const take = (spec: ColumnSpec): boolean => {
    const index = findColumn(headings, spec);
    if (index !== -1) columns.push({ spec, index, heading: (cells[index] ?? '').trim() });
    return index !== -1;
  };
  for (const spec of COLUMNS[kind]) {
    if (take(spec) || spec.optional) continue;
    const sides = spec.type === 'amount' ? DEBIT_CREDIT.filter((side) => !take(side)) : DEBIT_CREDIT;
    if (sides.length === 2) missing.push(spec);
    else missing.push(...sides);
  }
  const duplicates = columns
    .filter(({ index }) => headings.indexOf(headings[index] ?? '', index + 1) !== -1)
    .map((found) => ({ ...found, index: headings.indexOf(headings[found.index] ?? '', found.index + 1) }));
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
  return { kind, at, row, width, columns, missing, duplicates };
}

/** Share of the kind's columns that the row has. */
function scoreOf(header: Header): number {
  return header.columns.length / (header.columns.length + header.missing.length);
}

/**
 * The header row among the first rows: complete ones first, else the one with most columns of a kind, given (one
 * column is enough then) or recognised. Null where no row looks like one.
 */
export function findHeader(rows: readonly RawRow[], kind: ImportKind | 'auto'): Header | null {
  const kinds = kind === 'auto' ? IMPORT_KINDS : [kind];
  let best: Header | null = null;
  let bestScore = kind === 'auto' ? ENOUGH : 0;
  for (const [at, { cells, row }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const headings = cells.map(normaliseHeading);
    if (!headings.some((heading) => ALL_NAMES.has(heading))) continue;
    for (const candidate of kinds) {
      const header = matchHeader(candidate, cells, headings, at, row);
      const score = scoreOf(header);
      const better =
        score > bestScore || (score === bestScore && best !== null && header.columns.length > best.columns.length);
      const enough = kind !== 'auto' || header.columns.length > 1;
      if (enough && header.columns.length > 0 && better) {
        best = header;
        bestScore = score;
      }
    }
  }
  return best;
}
