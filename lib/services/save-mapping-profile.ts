import { recordEvents } from '#lib/db/audit.ts';
import { findProfile, putProfile } from '#lib/db/mapping-profiles.ts';
import { actionOf } from '#lib/domain/audit.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { fingerprintOf } from '#lib/import/mapping/columns.ts';
import { profileInput } from '#lib/schemas/mapping.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toldProfile } from './told-profile.ts';

/**
 * Saves how the columns of a source's files are to be read, under a name by which the next file with the same headings
 * is read. One that has the name is replaced only where that was asked for.
 */
export async function saveMappingProfile(
  context: Context,
  input: unknown,
): Promise<Result<{ id: number; name: string }>> {
  const acting = actingFor(context, 'import', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(profileInput, input);
  if (!parsed.ok) return parsed;
  const { name, headings, content, replaces } = parsed.value;
  return context.store.touchTx(async (tx) => {
    const before = await findProfile(tx, name);
    if (before !== null && !replaces) return refused([problem('profile-name-taken', 'name', { name })]);
    const at = new Date().toISOString();
    const profile = { name, fingerprint: fingerprintOf(headings), content, personName: context.actor.name, at };
    const id = await putProfile(tx, profile);
    await recordEvents(tx, acting, at, [
      {
        action: actionOf(before, profile),
        subject: 'mappingProfile',
        subjectId: String(id),
        periodId: null,
        importId: null,
        before: before && toldProfile(before),
        after: toldProfile(profile),
      },
    ]);
    return done({ id, name });
  }, isDone);
}
