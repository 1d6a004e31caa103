import { recordEvents } from '#lib/db/audit.ts';
import { storeTextVersion } from '#lib/db/report-texts.ts';
import { handsOf } from '#lib/domain/actor.ts';
import type { AuditAction } from '#lib/domain/audit.ts';
import type { TextDocument, TextStatus } from '#lib/domain/report-text.ts';
import { documentWords } from '#lib/format/text-words.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import { textSubjectId } from './text-path.ts';
import type { TextAtWork } from './text-rights.ts';

interface NewVersion {
  document: TextDocument;
  /** Whose words it takes up beside the actor's own: none of them may approve it. */
  authors?: readonly string[];
  takenOverFrom?: number;
  /** What it is in the trail, where it is not merely written. */
  told?: { action: AuditAction; more: object };
}

/**
 * Stores what a text says now as its next version, a draft, and tells of it. Who wrote on it since it was last approved
 * stays among its writers (product.md, rule 4).
 */
export async function writeVersion(
  { tx, actings: [acting], text, periodId }: TextAtWork,
  spot: TextSpot,
  { document, authors = [], takenOverFrom, told }: NewVersion,
): Promise<{ version: number; status: TextStatus; updatedAt: string }> {
  const at = new Date().toISOString();
  const version = (text?.version ?? 0) + 1;
  const earlier = text === null || text.status === 'approved' ? [] : text.writers;
  const hands = handsOf(acting);
  const writers = [...new Set([...earlier, ...authors, ...hands])].sort();
  const { personId, name } = acting.actor;
  await storeTextVersion(tx, spot, {
    document,
    version,
    writers,
    hands,
    takenOverFrom: takenOverFrom ?? null,
    personId,
    personName: name,
    at,
  });
  const isNew = text === null || text.version === 0;
  await recordEvents(tx, acting, at, [
    {
      action: told?.action ?? (isNew ? 'create' : 'update'),
      subject: 'reportText',
      subjectId: textSubjectId(spot),
      periodId,
      importId: null,
      before: isNew ? null : { text: documentWords(text.document), textStatus: text.status },
      after: { text: documentWords(document), textStatus: 'draft', ...told?.more },
    },
  ]);
  return { version, status: 'draft', updatedAt: at };
}
