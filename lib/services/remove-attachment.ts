import { recordEvents } from '#lib/db/audit.ts';
import { findAttachment, markAttachmentRemoved } from '#lib/db/documents.ts';
import { attachmentRemoval } from '#lib/schemas/attachments.ts';
import { toTrail } from './add-attachment.ts';
import { actingForBearer, bearerOf, visibleStateOf } from './attachment-rights.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Removes an attachment for a reason. It can no longer be opened; that it was there, and its bytes, stay. */
export async function removeAttachment(context: Context, input: unknown): Promise<Result<null>> {
  const { store, actor } = context;
  const parsed = parseInput(attachmentRemoval, input);
  if (!parsed.ok) return parsed;
  const { id, reason } = parsed.value;
  return store.writeTx(async (tx) => {
    const attachment = await findAttachment(tx, id);
    const visible = attachment && (await visibleStateOf(context, attachment));
    const bearer = visible && bearerOf(visible, actor, attachment);
    if (!bearer) return refused([problem('unknown-attachment')]);
    const acting = actingForBearer(context, bearer);
    if ('code' in acting) return refused([acting]);
    const at = new Date().toISOString();
    if (!(await markAttachmentRemoved(tx, id, { at, byName: actor.name, reason }))) {
      return refused([problem('unknown-attachment')]);
    }
    await recordEvents(tx, acting, at, [
      {
        action: 'remove',
        subject: 'attachment',
        subjectId: bearer.subjectId,
        periodId: visible.period.id,
        importId: null,
        before: toTrail(attachment),
        after: null,
        reason,
      },
    ]);
    return done(null);
  }, isDone);
}
