import { createNotices } from '#lib/db/notices.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import { textSubjectId } from './text-path.ts';
import type { TextAtWork } from './text-rights.ts';

interface WordOfText {
  kind: 'text-assigned' | 'text-returned';
  /** Ids; whoever it comes from is not told. */
  to: readonly string[];
  from: Actor;
  text: string;
  /** ISO time, UTC */
  at: string;
}

/** Puts a word of a text into the inboxes of those whom it concerns. */
export async function tellOfText(
  { tx, periodId }: Pick<TextAtWork, 'tx' | 'periodId'>,
  spot: TextSpot,
  { kind, to, from, text, at }: WordOfText,
): Promise<void> {
  const people = [...new Set(to)].filter((id) => id !== from.personId);
  const word = { kind, periodId, accountNumber: null, subjectId: textSubjectId(spot), text, fromName: from.name, at };
  await createNotices(
    tx,
    people.map((personId) => ({ ...word, personId })),
  );
}
