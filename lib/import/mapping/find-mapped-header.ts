import { HEADER_WITHIN } from '../find-header.ts';
import type { RawRow } from '../scan-csv.ts';
import type { ChosenMapping, KnownProfile } from '../types.ts';
import { fingerprintOf } from './columns.ts';
import { compileMapping, compileResponsibilities } from './profile.ts';
import type { BalanceLine, CellFault, Compilation, MappingCircumstances, ResponsibilityLine } from './types.ts';

/** A mapping fitted to one row's headings, whichever its kind. */
export function compile(
  content: ChosenMapping['content'],
  headings: readonly string[],
  circumstances: MappingCircumstances,
): Compilation<BalanceLine | ResponsibilityLine> {
  return content.kind === 'saldobalance'
    ? compileMapping(content, headings, circumstances)
    : compileResponsibilities(content, headings, circumstances);
}

/** The profile whose headings one of the first rows has, with that row; null: none is known. */
export function recogniseProfile(
  rows: readonly RawRow[],
  profiles: readonly KnownProfile[],
): { profile: KnownProfile; row: RawRow } | null {
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const fingerprint = fingerprintOf(row.cells);
    const profile = fingerprint === '' ? undefined : profiles.find((known) => known.fingerprint === fingerprint);
    if (profile) return { profile, row };
  }
  return null;
}

/**
 * Where the header row of a file is that a mapping was chosen for: the row that was named, else the one whose headings
 * the mapping was made for, else the first that has all of its columns. `faults`: what the likeliest row lacks.
 */
export function findMappedHeader(
  rows: readonly RawRow[],
  { content, headerRow, fingerprint }: ChosenMapping,
  circumstances: MappingCircumstances,
): { at: number; faults: CellFault[] } | null {
  let nearest: { at: number; faults: CellFault[] } | null = null;
  const named = headerRow === null ? -1 : rows.findIndex(({ row }) => row === headerRow);
  const same = rows
    .slice(0, HEADER_WITHIN)
    .findIndex(({ cells }) => fingerprint !== '' && fingerprintOf(cells) === fingerprint);
  const places = named !== -1 ? [named] : same !== -1 ? [same] : [...rows.slice(0, HEADER_WITHIN).keys()];
  for (const at of places) {
    const compiled = compile(content, rows[at]?.cells ?? [], circumstances);
    if (compiled.ok) return { at, faults: [] };
    if (nearest === null || compiled.faults.length < nearest.faults.length) nearest = { at, faults: compiled.faults };
  }
  return nearest;
}
