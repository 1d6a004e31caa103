import { parsePeriod } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { ReadingStopped, readInThread } from '#lib/import/stream/large-reader.ts';
import type { LargeProgress } from '#lib/import/stream/types.ts';
import { uploadChoices } from '#lib/schemas/upload.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { knownProfiles, underItsName } from './known-profiles.ts';
import { parseInput } from './parse-input.ts';
import { findUpload, inTurn } from './upload-desk.ts';

/**
 * Reads a large file that the actor sent, in a thread of its own, and holds what it came to for the preview. Files are
 * read one after the other; with the same choices a file is read once.
 */
export async function readUpload(
  context: Context,
  input: unknown,
  onProgress: (progress: LargeProgress) => void,
  signal: AbortSignal,
): Promise<Result<{ lines: number; accounts: number }>> {
  const { store, actor } = context;
  const parsed = parseInput(uploadChoices, input);
  if (!parsed.ok) return parsed;
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  const { uploadId, periodId, amounts, sumLines, mapping: chosen } = parsed.value;
  if (!parsePeriod(periodId)) return refused([problem('bad-period', 'periodId', { value: periodId })]);
  if (chosen !== null && chosen.content.kind !== 'saldobalance') return refused([problem('large-mapping', 'files')]);
  const upload = findUpload(store, actor.personId, uploadId);
  if (!upload) return refused([problem('upload-gone', 'files')]);
  const profiles = await knownProfiles(store);
  const mapping = chosen === null ? null : underItsName({ ...chosen, fingerprint: '' }, profiles);
  const key = JSON.stringify([periodId, amounts, sumLines, mapping, mapping === null ? profiles : []]);
  if (upload.read?.key !== key) {
    const { name, kind, file } = upload;
    const request = { path: file.path, name, kind, periodId, amounts, sumLines, mapping, profiles };
    try {
      const reading = await inTurn(store, () => readInThread(request, onProgress, signal));
      upload.read = { periodId, key, amounts, reading };
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error;
      return refused([problem('reading-stopped', 'files')]);
    }
  }
  upload.usedAt = Date.now();
  return done({ lines: upload.read.reading.lines, accounts: upload.read.reading.rows.length });
}
