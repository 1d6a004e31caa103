import { recordEvents } from '#lib/db/audit.ts';
import { createAttachment, hasTwin, stageDocument } from '#lib/db/documents.ts';
import { cleanName } from '#lib/documents/clean-name.ts';
import { judgeKind } from '#lib/documents/judge-kind.ts';
import { searchDocument } from '#lib/documents/search-document.ts';
import type { Attachment } from '#lib/domain/attachment.ts';
import { maskCprNumbers } from '#lib/domain/cpr.ts';
import { attachmentTarget } from '#lib/schemas/attachments.ts';
import { actingForBearer, findBearer } from './attachment-rights.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

export interface NewAttachment {
  target: unknown;
  /** As the person's own machine calls it. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Attaches a document to an account, a finding, an item or a register's line (product.md: documents). Its kind is
 * judged by its bytes; what looks like CPR numbers is pointed out and keeps nothing from being attached.
 */
export async function addAttachment(
  context: Context,
  { target: input, name: given, bytes }: NewAttachment,
): Promise<Result<Attachment>> {
  const { store, actor } = context;
  const parsed = parseInput(attachmentTarget, input);
  if (!parsed.ok) return parsed;
  const target = parsed.value;
  const period = await findPeriod(store, target.periodId);
  if (!period) return refused([problem('unknown-target')]);

  /** Who may attach to what, as it stands when it is asked. */
  async function findRight() {
    const bearer = period && findBearer(await readVisibleState(context, period), actor, target);
    if (!bearer) return problem('unknown-target');
    const acting = actingForBearer(context, bearer);
    return 'code' in acting ? acting : { bearer, acting };
  }

  const before = await findRight();
  if ('code' in before) return refused([before]);
  const name = cleanName(given);
  const verdict = await judgeKind(name, bytes);
  if (!verdict.ok) return refused([problem(verdict.refusal, '', { name })]);
  const searched = await searchDocument(name, verdict.kind, bytes);
  if (!searched.ok) return refused([problem(searched.refusal, '', { name })]);
  const staged = stageDocument(store, bytes);
  try {
    return await store.writeTx(async (tx) => {
      // The transaction holds the write lock: what readers see is what stands, and nobody can change it meanwhile.
      const right = await findRight();
      if ('code' in right) return refused([right]);
      const at = new Date().toISOString();
      const attachment = {
        ...right.bearer.columns,
        sha256: staged.sha256,
        name,
        kind: verdict.kind,
        bytes: bytes.length,
        search: searched.search,
        addedBy: actor.personId,
        addedByName: actor.name,
        addedAt: at,
        removed: null,
        disposedAt: null,
      };
      if (await hasTwin(tx, attachment)) return refused([problem('document-twice', '', { name })]);
      const id = await createAttachment(tx, attachment);
      await recordEvents(tx, right.acting, at, [
        {
          action: 'create',
          subject: 'attachment',
          subjectId: right.bearer.subjectId,
          periodId: period.id,
          importId: null,
          before: null,
          after: toTrail({ id, ...attachment }),
        },
      ]);
      staged.keep();
      return done({ id, ...attachment });
    }, isDone);
  } finally {
    staged.discard();
  }
}

/** What the trail holds of an attachment; what may be CPR numbers in its name is hidden. */
export function toTrail({ id, target, committee, itemKey, name, sha256, bytes, kind, search }: Attachment): object {
  return { id, target, committee, itemKey, name: maskCprNumbers(name), sha256, bytes, kind, suspicions: search };
}
