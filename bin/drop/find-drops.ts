import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parsePeriod } from '#lib/domain/period.ts';
import { IMPORT_KINDS, type ImportKind } from '#lib/import/types.ts';

/** Where files go from the drop folder: while they are imported, then after. */
export const OWN_FOLDERS = { working: 'working', done: 'done', failed: 'failed' } as const;

/** A file that lies in the drop folder. */
export interface DroppedFile {
  /** Relative to the drop folder: a name, or a folder and a name. */
  place: string;
  kind: ImportKind | 'auto';
  /** Name of the profile by which its columns are read: that of its folder, where it is not a kind. */
  profile: string | null;
  /** null: its name does not tell. */
  periodId: string | null;
  /** What changes while it is being written. */
  stamp: string;
}

/** Files that are not there yet, whatever writes them: hidden ones, and those that browsers and copies rename at their end. */
const UNFINISHED = /^[.~]|\.(part|partial|filepart|tmp|crdownload|download|swp)$/i;

/** A year and a month, 13–16 for supplementary periods, between no other digits. */
const PERIOD_IN_NAME = /(?<!\d)(?:19|20)\d\d[-_.](?:0[1-9]|1[0-6])(?!\d)/;

/** The period that a file's name states, such as `saldo-2023-12.csv`; null where it states none. */
export function periodInName(name: string): string | null {
  const found = PERIOD_IN_NAME.exec(name)?.[0].replace(/[_.]/, '-') ?? '';
  return parsePeriod(found)?.id ?? null;
}

/** The files that lie in the folder and in the folders in it, which are named as a kind of file or as a profile. */
export async function findDrops(folder: string, periodId: string | null): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) await take('', entry.name);
    else if (entry.isDirectory() && !Object.values<string>(OWN_FOLDERS).includes(entry.name)) {
      const inside = await readdir(path.join(folder, entry.name), { withFileTypes: true });
      for (const file of inside) if (file.isFile()) await take(entry.name, file.name);
    }
  }
  return found.sort((left, right) => left.place.localeCompare(right.place, 'da'));

  async function take(subfolder: string, name: string): Promise<void> {
    if (UNFINISHED.test(name) || UNFINISHED.test(subfolder)) return;
    const place = path.join(subfolder, name);
    const kind = IMPORT_KINDS.find((known) => known === subfolder) ?? 'auto';
    try {
      const { size, mtimeMs } = await lstat(path.join(folder, place));
      const profile = subfolder === '' || kind !== 'auto' ? null : subfolder;
      found.push({ place, kind, profile, periodId: periodInName(name) ?? periodId, stamp: `${size}/${mtimeMs}` });
    } catch (error) {
      // Somebody took it away meanwhile.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
