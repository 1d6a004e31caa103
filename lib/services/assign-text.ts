import { recordEvents } from '#lib/db/audit.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { setTextAssignment } from '#lib/db/report-texts.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { may } from '#lib/domain/permissions.ts';
import { textAssignment } from '#lib/schemas/report-text.ts';
import { loadAssignees } from './assignees.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { tellOfText } from './tell-of-text.ts';
import { textSubjectId } from './text-path.ts';
import { workOnText } from './text-rights.ts';

/** Who is to write a text, and by when. */
interface TextAssignment {
  assigneeId: string | null;
  deadline: IsoDate | null;
}

/** Says who is to write a text, and by when; they are told. Nobody gets a text that they may not write. */
export async function assignText(context: Context, input: unknown): Promise<Result<TextAssignment>> {
  const parsed = parseInput(textAssignment, input);
  if (!parsed.ok) return parsed;
  const { personId, deadline, ...spot } = parsed.value;
  return workOnText(context, ['writeText'], spot, async (at) => {
    const { tx, text, place, periodId } = at;
    const [acting] = at.actings;
    const people = await loadAssignees(tx, 'writeText');
    const person = people.find(({ id }) => id === personId);
    const isKept = personId === null || personId === text?.assigneeId;
    if (!isKept && !(person && may(person, 'writeText', place))) {
      return refused([problem('text-assignee', 'personId')]);
    }
    const before: TextAssignment = { assigneeId: text?.assigneeId ?? null, deadline: text?.deadline ?? null };
    const after: TextAssignment = { assigneeId: personId, deadline };
    if (before.assigneeId === personId && before.deadline === deadline) return done(after);
    await setTextAssignment(tx, spot, after);
    const names = await listPersonNames(tx);
    const told = ({ assigneeId, deadline: by }: TextAssignment) =>
      assigneeId === null && by === null
        ? null
        : { assignee: assigneeId === null ? '' : (names.get(assigneeId) ?? assigneeId), assigneeId, deadline: by };
    const now = new Date().toISOString();
    await recordEvents(tx, acting, now, [
      {
        action: 'update',
        subject: 'reportText',
        subjectId: textSubjectId(spot),
        periodId,
        importId: null,
        before: told(before),
        after: told(after),
      },
    ]);
    if (personId !== null && personId !== before.assigneeId) {
      await tellOfText(at, spot, { kind: 'text-assigned', to: [personId], from: acting.actor, text: '', at: now });
    }
    return done(after);
  });
}
