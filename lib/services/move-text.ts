import { recordEvents } from '#lib/db/audit.ts';
import { type StoredText, setTextStatus } from '#lib/db/report-texts.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { TextStatus } from '#lib/domain/report-text.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import { textSubjectId } from './text-path.ts';
import type { TextAtWork } from './text-rights.ts';

/** How a text stands after it was moved on or back. */
export interface MovedText {
  version: number;
  status: TextStatus;
}

/** Moves a text to another status by `acting`, and tells of it. @returns how it stands, and when (ISO time, UTC) */
export async function moveText(
  { tx, periodId }: Pick<TextAtWork, 'tx' | 'periodId'>,
  spot: TextSpot,
  text: StoredText,
  { acting, action, status, reason }: MoveOfText,
): Promise<MovedText & { at: string }> {
  const at = new Date().toISOString();
  const { personId, name } = acting.actor;
  await setTextStatus(tx, spot, status, action === 'approve' ? { personId, name, at } : null);
  await recordEvents(tx, acting, at, [
    {
      action,
      subject: 'reportText',
      subjectId: textSubjectId(spot),
      periodId,
      importId: null,
      before: { textStatus: text.status, version: text.version },
      after: { textStatus: status, version: text.version },
      ...(reason === undefined ? {} : { reason }),
    },
  ]);
  return { version: text.version, status, at };
}

interface MoveOfText {
  acting: Acting;
  action: 'finish' | 'approve' | 'return';
  status: TextStatus;
  reason?: string;
}
