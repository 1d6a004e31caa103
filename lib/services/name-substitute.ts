import { recordEvents } from '#lib/db/audit.ts';
import { findPerson, insertAbsence, listRoles } from '#lib/db/people.ts';
import type { WriteDb } from '#lib/db/store.ts';
import { handsOf } from '#lib/domain/actor.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { areIncompatible } from '#lib/domain/person.ts';
import { substitutionInput } from '#lib/schemas/people.ts';
import { actingAsSelf, actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/**
 * Names who acts for somebody who is away: everyone for themselves, administrators for others, but never with
 * themselves as the substitute. @returns the substitution's id
 */
export async function nameSubstitute(context: Context, input: unknown): Promise<Result<number>> {
  const parsed = parseInput(substitutionInput, input);
  if (!parsed.ok) return parsed;
  const { absentId, substituteId, from, to } = parsed.value;
  const isOwn = absentId === context.actor.personId;
  const acting = isOwn ? actingAsSelf(context) : actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  if (substituteId === absentId) return refused([problem('own-substitute', 'substituteId')]);
  if (!isOwn && handsOf(acting).includes(substituteId)) return refused([problem('own-role', 'substituteId')]);
  if (to < from) return refused([problem('ends-before-it-begins', 'to')]);
  return context.store.writeTx(async (tx): Promise<Result<number>> => {
    const [absent, substitute] = await Promise.all([findPerson(tx, absentId), findPerson(tx, substituteId)]);
    if (!absent) return refused([problem('unknown-person')]);
    if (!substitute || substitute.disabledAt !== null) return refused([problem('unknown-person', 'substituteId')]);
    if (await mixesRoles(tx, absentId, substituteId, from, to))
      return refused([problem('roles-apart', 'substituteId')]);
    const at = new Date().toISOString();
    const id = await insertAbsence(tx, { absentId, substituteId, from, to }, context.actor.personId, at);
    await recordEvents(tx, acting, at, [
      personEvent('create', 'substitution', absentId, null, {
        id,
        substitute: substitute.name,
        substituteId,
        from,
        to,
      }),
    ]);
    return done(id);
  }, isDone);
}

/** Whether the substitute would hold roles, their own and the lent ones, that one person cannot have. */
async function mixesRoles(
  tx: WriteDb,
  absentId: string,
  substituteId: string,
  from: IsoDate,
  to: IsoDate,
): Promise<boolean> {
  const roles = await listRoles(tx, [absentId, substituteId]);
  const own = roles.get(substituteId) ?? [];
  const lent = (roles.get(absentId) ?? []).filter(
    (role) => (role.from === null || role.from <= to) && (role.to === null || from <= role.to),
  );
  return lent.some(({ role }) => own.some((other) => areIncompatible({ role, from, to }, other)));
}
