import { createHash } from 'node:crypto';
import { createReadStream, lstatSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parsePeriod } from '#lib/domain/period.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { Context } from '#lib/services/context.ts';
import { listImports } from '#lib/services/list-imports.ts';
import { issueOf, type LoadOutcome, loadFiles } from '../load-files.ts';
import { isGood, toJson, toLines } from '../load-report.ts';
import { type Claim, folderOf } from './claim.ts';

/** What became of a load. */
export interface DropResult {
  claim: Claim;
  ok: boolean;
  importId: number | null;
  /** Where its files and its report now are. */
  folder: string;
  lines: string[];
  report: object;
}

/** As many imports as are looked through for one that was stored just before an interruption. */
const MOST_LOOKED_AT = 1_000;

interface Options {
  drop: string;
  language: 'da' | 'en';
  /** After an interruption: it can have been stored already. */
  isRecovered: boolean;
}

/** Imports the files of a claim together, and puts them, with a report in words and as JSON, where they then belong. */
export async function importClaim(context: Context, claim: Claim, options: Options): Promise<DropResult> {
  const { drop, language, isRecovered } = options;
  const t = translatorOf(language, 'cli');
  const working = folderOf(drop, 'working', claim.id);
  const known = isRecovered ? await findStored(context, claim, working) : null;
  const outcome = known === null ? await load(context, claim, working) : { plan: null, importId: known, issues: [] };
  const ok = isGood(outcome);
  const told = { periodId: claim.periodId ?? '', isDryRun: false, ok };
  const { said, complaints } = toLines(outcome, told, t);
  const lines = known === null ? [...said, ...complaints] : [t('dropRecovered', { importId: known })];
  const report = toJson(outcome, told);
  const asText = JSON.stringify(report, (_key, part) => (typeof part === 'bigint' ? part.toString() : part), 1);
  await writeWhole(path.join(working, 'rapport.txt'), `${lines.join('\n')}\n`);
  await writeWhole(path.join(working, 'rapport.json'), `${asText}\n`);
  const folder = folderOf(drop, ok ? 'done' : 'failed', claim.id);
  await mkdir(path.dirname(folder), { recursive: true });
  await rename(working, folder);
  return { claim, ok, importId: outcome.importId, folder, lines, report };
}

async function load(context: Context, { periodId, files }: Claim, working: string): Promise<LoadOutcome> {
  if (periodId === null || !parsePeriod(periodId)) {
    const issues = files.map(({ place }) => issueOf(place, 'drop-no-period'));
    return { plan: null, importId: null, issues };
  }
  // Of files that were to be imported together, one alone could say something else.
  const gone = files.filter(({ place }) => !isFileAt(path.join(working, place)));
  if (gone.length > 0) {
    return { plan: null, importId: null, issues: gone.map(({ place }) => issueOf(place, 'drop-file-gone')) };
  }
  return loadFiles(context, {
    files: files.map(({ place, kind, profile }) => ({
      path: path.join(working, place),
      name: path.basename(place),
      kind,
      profile,
    })),
    periodId,
    options: { amounts: null, overwrite: false },
    isDryRun: false,
    sumLines: false,
  });
}

/** Whether a file lies there: no link, which could lead to any file of this machine. */
function isFileAt(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The import that stored exactly these files since they were taken; null where there is none. */
async function findStored(context: Context, { at, periodId, files }: Claim, working: string): Promise<number | null> {
  const hashes: string[] = [];
  for (const { place } of files) {
    if (!isFileAt(path.join(working, place))) return null;
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(working, place)), hash);
    hashes.push(hash.digest('hex'));
  }
  const same = (own: readonly { sha256: string }[]) =>
    own
      .map(({ sha256 }) => sha256)
      .sort()
      .join() === hashes.toSorted().join();
  const imports = (await listImports(context, MOST_LOOKED_AT)) ?? [];
  const stored = imports.find((one) => one.at >= at && one.periodId === periodId && same(one.files));
  return stored?.id ?? null;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
