import { z } from 'zod';
import { recordEvents } from '#lib/db/audit.ts';
import { deleteProfile, listProfiles } from '#lib/db/mapping-profiles.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toldProfile } from './told-profile.ts';

const removal = z.object({ id: z.number().int().positive() });

/** Removes a profile. What was imported by it stays, and says by which it was. */
export async function removeMappingProfile(context: Context, input: unknown): Promise<Result<{ name: string }>> {
  const acting = actingFor(context, 'import', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(removal, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return context.store.touchTx(async (tx) => {
    const before = (await listProfiles(tx)).find((profile) => profile.id === id);
    if (!before || !(await deleteProfile(tx, id))) return refused([problem('profile-gone', 'id')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'remove',
        subject: 'mappingProfile',
        subjectId: String(id),
        periodId: null,
        importId: null,
        before: toldProfile(before),
        after: null,
      },
    ]);
    return done({ name: before.name });
  }, isDone);
}
