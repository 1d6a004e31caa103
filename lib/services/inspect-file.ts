import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { LARGEST_FILE, readRaw } from '#lib/import/read-files.ts';
import type { RawRow } from '#lib/import/scan-csv.ts';
import type { InputFile, KnownProfile } from '#lib/import/types.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { knownProfiles } from './known-profiles.ts';

/** Enough to see what the columns hold. */
const SAMPLE_ROWS = 300;
/** Of cells with more than that the beginning is enough. */
const LONGEST_CELL = 300;

/** The beginning of a file, by which its columns are chosen. */
export interface FileSample {
  /** The first rows, blank ones aside; the rest is counted in `count`. */
  rows: RawRow[];
  count: number;
  fromExcel: boolean;
  profiles: KnownProfile[];
}

/** Cuts a file into rows, so that a person can say which column is what. Nothing is kept of it. */
export async function inspectFile(context: Context, file: Omit<InputFile, 'kind'>): Promise<Result<FileSample>> {
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  if (file.bytes.length > LARGEST_FILE) return refused([problem('file-over-limit', 'files', { name: file.name })]);
  const { rows, fromExcel } = await readRaw({ ...file, kind: 'saldobalance' });
  if (rows.length === 0) return refused([problem('file-without-rows', 'files', { name: file.name })]);
  const sample = rows
    .slice(0, SAMPLE_ROWS)
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, LONGEST_CELL)) }));
  return done({ rows: sample, count: rows.length, fromExcel, profiles: await knownProfiles(context.store) });
}
