import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { placeOfFile } from '#lib/db/kept-files.ts';
import { listKeptReportFiles } from '#lib/db/report-versions.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';

/** How many files the versions of reports have, and which of them are gone or not as they were made. */
export interface KeptReports {
  files: number;
  faults: { sha256: string; fault: 'missing' | 'changed' }[];
}

/** Goes through the files of all versions, models included, and holds each to its SHA-256. */
export async function checkReports({ store, actor }: Context): Promise<Result<KeptReports>> {
  if (!may(actor, 'seeTrail', EVERYWHERE)) return refused([problem('not-allowed')]);
  const names = await listKeptReportFiles(store.read);
  const faults: KeptReports['faults'] = [];
  for (const sha256 of names) {
    const found = await hashOf(placeOfFile(store, 'reports', sha256));
    if (found !== sha256) faults.push({ sha256, fault: found === null ? 'missing' : 'changed' });
  }
  return done({ files: names.length, faults });
}

/** Null where there is no such file. */
async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
