import { recordEvents } from '#lib/db/audit.ts';
import { findAttachment, readDocument } from '#lib/db/documents.ts';
import type { DocumentKind } from '#lib/domain/attachment.ts';
import { SHOWN_KINDS } from '#lib/domain/attachment.ts';
import { toTrail } from './add-attachment.ts';
import { bearerOf, visibleStateOf } from './attachment-rights.ts';
import { actingFor } from './authorise.ts';
import type { Context } from './context.ts';

export interface OpenedAttachment {
  name: string;
  kind: DocumentKind;
  bytes: Buffer;
}

/**
 * The bytes of an attachment, to be shown on a page or taken away; that they were read is noted in the trail. Null
 * where there is none, it was removed, it cannot be shown, or it is not the actor's to see.
 */
export async function getAttachment(
  context: Context,
  id: number,
  purpose: 'show' | 'take',
): Promise<OpenedAttachment | null> {
  const { store, actor } = context;
  const attachment = await findAttachment(store.read, id);
  if (!attachment || attachment.removed || attachment.disposedAt !== null) return null;
  if (purpose === 'show' && !SHOWN_KINDS.has(attachment.kind)) return null;
  const visible = await visibleStateOf(context, attachment);
  const bearer = visible && bearerOf(visible, actor, attachment);
  if (!bearer) return null;
  const acting = actingFor(context, 'see', bearer.place) ?? { actor, role: '', onBehalfOf: null };
  const bytes = readDocument(store, attachment.sha256);
  await store.touchTx((tx) =>
    recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: purpose === 'show' ? 'read' : 'export',
        subject: 'attachment',
        subjectId: bearer.subjectId,
        periodId: visible.period.id,
        importId: null,
        before: null,
        after: toTrail(attachment),
      },
    ]),
  );
  return { name: attachment.name, kind: attachment.kind, bytes };
}
