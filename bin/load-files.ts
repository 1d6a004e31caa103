import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { LARGEST_FILE } from '#lib/import/read-files.ts';
import type { LargeProgress } from '#lib/import/stream/types.ts';
import type { ImportKind, ImportPlan, InputFile, Issue } from '#lib/import/types.ts';
import { chooseProfile } from '#lib/services/choose-profile.ts';
import type { Context, Problem, Result } from '#lib/services/context.ts';
import { discardUpload } from '#lib/services/discard-upload.ts';
import type { ImportRequest } from '#lib/services/import-request.ts';
import { previewImport } from '#lib/services/preview-import.ts';
import { readUpload } from '#lib/services/read-upload.ts';
import { receiveUpload } from '#lib/services/receive-upload.ts';
import { storeImport } from '#lib/services/store-import.ts';

/** A file on disk that is to be imported. */
interface FileToLoad {
  /** Absolute. */
  path: string;
  /** The name under which it is spoken of. */
  name: string;
  kind: ImportKind | 'auto';
  /** The name of the profile by which its columns are read; null: what its headings say. */
  profile: string | null;
}

export interface LoadRequest extends Pick<ImportRequest, 'periodId' | 'options'> {
  files: readonly FileToLoad[];
  isDryRun: boolean;
  /** Lines of the same account are added up in files that are too large for memory. */
  sumLines: boolean;
}

/** What happened, for people and machines alike. `importId` is null where nothing was stored. */
export interface LoadOutcome {
  plan: ImportPlan | null;
  importId: number | null;
  issues: Issue[];
}

/**
 * Imports files from disk by the services of the page *Import*, all of them or none. One that cannot be read among
 * others: what the others would do is still told, and nothing is stored.
 */
export async function loadFiles(
  context: Context,
  request: LoadRequest,
  onProgress: (name: string, progress: LargeProgress) => void = () => undefined,
): Promise<LoadOutcome> {
  const issues: Issue[] = [];
  const files: InputFile[] = [];
  const uploads: string[] = [];
  try {
    for (const file of request.files) {
      const taken = await takeFile(context, file, request, onProgress);
      if ('bytes' in taken) files.push(taken);
      else if ('uploadId' in taken) uploads.push(taken.uploadId);
      else issues.push(...taken.issues);
    }
    if (files.length + uploads.length === 0) return { plan: null, importId: null, issues };
    const whole = { files, uploads, periodId: request.periodId, options: request.options };
    const result: Result<{ plan: ImportPlan; importId?: number | null }> =
      request.isDryRun || issues.length > 0
        ? await previewImport(context, whole)
        : await storeImport(context, whole, null);
    // Such as a period that is closed: said like what is wrong with a file, and nothing is stored.
    if (!result.ok) return { plan: null, importId: null, issues: [...issues, ...toIssues('', result.problems)] };
    const { plan, importId = null } = result.value;
    return { plan, importId, issues: [...issues, ...plan.issues] };
  } finally {
    // What was stored is gone already.
    for (const uploadId of uploads) await discardUpload(context, uploadId);
  }
}

type Taken = InputFile | { uploadId: string } | { issues: Issue[] };

/** Reads a file into memory or, where it is too large, has it read line by line from a copy of its own. */
async function takeFile(
  context: Context,
  { path, name, kind, profile }: FileToLoad,
  { periodId, options, sumLines }: LoadRequest,
  onProgress: (name: string, progress: LargeProgress) => void,
): Promise<Taken> {
  try {
    const { size } = await stat(path);
    const chosen = profile === null ? null : await chooseProfile(context, profile);
    if (chosen?.ok === false) return { issues: toIssues(name, chosen.problems) };
    const mapping = chosen?.value;
    if (size <= LARGEST_FILE) return { name, bytes: await readFile(path), kind, mapping };
    const received = await receiveUpload(context, { name, kind }, createReadStream(path));
    if (!received.ok) return { issues: toIssues(name, received.problems) };
    const { uploadId } = received.value;
    const choices = { uploadId, periodId, amounts: options.amounts, sumLines, mapping: mapping ?? null };
    const never = new AbortController().signal;
    const read = await readUpload(context, choices, (progress) => onProgress(name, progress), never);
    if (read.ok) return { uploadId };
    await discardUpload(context, uploadId);
    return { issues: toIssues(name, read.problems) };
  } catch (error) {
    // A file that is not there, or may not be read.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { issues: [issueOf(name, 'unreadable-file', { reason: error.message })] };
  }
}

function toIssues(name: string, problems: readonly Problem[]): Issue[] {
  return problems.map(({ code, params }) => issueOf(name, code, params));
}

/** An error that concerns a whole file, or with '' all of them. */
export function issueOf(file: string, code: string, params: Issue['params'] = {}): Issue {
  return { severity: 'error', file, row: null, column: null, value: null, code, params };
}
