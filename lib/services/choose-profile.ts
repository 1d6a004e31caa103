import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { ChosenMapping } from '#lib/import/types.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { knownProfiles } from './known-profiles.ts';

/** The profile of a name (upper and lower case alike) as it is chosen for a file; where there is none, the names there are. */
export async function chooseProfile(context: Context, name: string): Promise<Result<ChosenMapping>> {
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  const profiles = await knownProfiles(context.store);
  const sought = name.trim().toLowerCase();
  const found = profiles.find((profile) => profile.name.toLowerCase() === sought);
  if (found) return done({ ...found, headerRow: null });
  const names = profiles.map((profile) => profile.name).join(', ');
  return refused([problem('profile-unknown', 'profile', { name, names })]);
}
