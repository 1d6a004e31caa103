import { ReceivedTooLarge, receiveFile } from '#lib/db/received-files.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { IMPORT_KINDS, type ImportKind } from '#lib/import/types.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { holdUpload } from './upload-desk.ts';

/** The largest file that is taken at all. In bytes. */
export const LARGEST_UPLOAD = 250 * 1024 * 1024;

/**
 * Takes a file that is too large for memory, piece by piece, and holds it for who sent it until it is imported or
 * discarded. Nothing of it is kept where it breaks off.
 */
export async function receiveUpload(
  context: Context,
  { name, kind }: { name: string; kind: ImportKind | 'auto' },
  pieces: AsyncIterable<Uint8Array>,
): Promise<Result<{ uploadId: string }>> {
  const { store, actor } = context;
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  try {
    const file = await receiveFile(store, pieces, LARGEST_UPLOAD);
    const upload = await holdUpload(store, { personId: actor.personId, name, kind, file });
    if (upload === null) return refused([problem('uploads-busy', 'files')]);
    return done({ uploadId: upload.id });
  } catch (error) {
    if (error instanceof ReceivedTooLarge) return refused([problem('file-over-limit', 'files', { name })]);
    // Whoever sent it went away, or pressed Annullér: nobody hears the answer.
    if (isBrokenOff(error)) return refused([problem('upload-broken', 'files')]);
    throw error;
  }
}

/** The kind of file that a text names; `auto` where it names none. */
export function readKind(text: string | null): ImportKind | 'auto' {
  return IMPORT_KINDS.find((known) => known === text) ?? 'auto';
}

/** Whether the connection ended before the file did. */
function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && error.code === 'ECONNRESET');
}
