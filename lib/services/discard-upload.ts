import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { dropUpload, findUpload } from './upload-desk.ts';

/** Removes a large file that the actor sent and does not want imported. */
export async function discardUpload(context: Context, uploadId: string): Promise<Result<null>> {
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  const upload = findUpload(context.store, context.actor.personId, uploadId);
  if (!upload) return refused([problem('upload-gone', 'files')]);
  await dropUpload(context.store, upload);
  return done(null);
}
