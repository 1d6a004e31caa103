import type { Period } from '#lib/domain/period.ts';
import { HEADER_WITHIN } from '#lib/import/find-header.ts';
import { fitColumns } from '#lib/import/mapping/columns.ts';
import { recogniseProfile } from '#lib/import/mapping/find-mapped-header.ts';
import { guessMapping } from '#lib/import/mapping/guess.ts';
import { readSample, type SampleReading } from '#lib/import/mapping/read-sample.ts';
import { toText } from '#lib/import/raw-table.ts';
import type { KnownProfile } from '#lib/import/types.ts';
import type { MappingContent } from '#lib/schemas/mapping.ts';
import type { FileSample } from './inspect-file.ts';

/**
 * What the page *Import* needs while a person says which column is what. Pure, and without a word to the server: every
 * change shows at once what it does to the file's first lines.
 */

/** How a file's columns are meant, while a person looks at it. */
export interface ColumnChoice {
  /** Place of the header row among the sample's rows. */
  at: number;
  content: MappingContent;
  /** The profile that says so, as it is saved; null: it was guessed or changed. */
  profile: KnownProfile | null;
  /** What no column looked right for. */
  unsure: readonly string[];
}

/** What was chosen for the file before, else the profile of its headings, else a guess. */
export function beginChoice(
  sample: FileSample,
  chosen: { name: string; content: MappingContent; headerRow: number | null } | null,
): ColumnChoice {
  const { rows, profiles } = sample;
  if (chosen !== null) {
    const at = rows.findIndex(({ row }) => row === chosen.headerRow);
    const profile = profiles.find(({ name }) => name === chosen.name) ?? null;
    return choiceOf(sample, Math.max(0, at), chosen.content, profile);
  }
  const known = recogniseProfile(rows, profiles);
  return known
    ? choiceOf(sample, rows.indexOf(known.row), known.profile.content, known.profile)
    : guessChoice(sample, null, null);
}

/** A mapping with its columns where this file has them. */
export function choiceOf(
  { rows }: FileSample,
  at: number,
  content: MappingContent,
  profile: KnownProfile | null,
): ColumnChoice {
  return { at, content: fitColumns(content, rows[at]?.cells ?? []), profile, unsure: [] };
}

/** @param at the header row where a person chose it; null: guessed too */
export function guessChoice(
  { rows }: FileSample,
  at: number | null,
  kind: MappingContent['kind'] | null,
): ColumnChoice {
  return { ...guessMapping(rows, at, kind), profile: null };
}

/** The sample's lines as they will be read. */
export function readChoice({ rows, fromExcel }: FileSample, choice: ColumnChoice, period: Period): SampleReading {
  return readSample(rows, choice.at, choice.content, { period, fromExcel });
}

/** The rows that can be the header row, with what stands in them. `at`: their place among the sample's rows. */
export function headerChoices({ rows }: FileSample): { at: number; row: number; cells: string[] }[] {
  return rows.slice(0, HEADER_WITHIN).map(({ row, cells }, at) => ({
    at,
    row,
    cells: cells.map(toText).filter((text) => text !== ''),
  }));
}

/** The different values of a column under the header row, in the file's order, as a person sees them. */
export function valuesOf({ rows }: FileSample, headerAt: number, column: number): string[] {
  const values = rows.slice(headerAt + 1).map(({ cells }) => toText(cells[column] ?? ''));
  return [...new Set(values)].filter((text) => text !== '');
}
