import { listProfiles, type StoredProfile } from '#lib/db/mapping-profiles.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { BUILT_IN_PROFILES } from '#lib/import/mapping/built-in.ts';
import type { Context } from './context.ts';

/** A profile as the page *Import* lists it; `id` null: it comes with the product. */
export interface ListedProfile extends Omit<StoredProfile, 'id' | 'at' | 'personName'> {
  id: number | null;
  saved: { personName: string; at: string } | null;
}

/** The profiles by name; null for who may not see imports. */
export async function listMappingProfiles({ store, actor }: Context): Promise<ListedProfile[] | null> {
  if (!may(actor, 'seeImports', EVERYWHERE)) return null;
  const stored = await listProfiles(store.read);
  const names = new Set(stored.map(({ name }) => name));
  const saved = stored.map(({ personName, at, ...profile }) => ({ ...profile, saved: { personName, at } }));
  const builtIn = BUILT_IN_PROFILES.filter(({ name }) => !names.has(name)).map((profile) => ({
    ...profile,
    id: null,
    saved: null,
  }));
  return [...saved, ...builtIn].toSorted((left, right) => left.name.localeCompare(right.name, 'da'));
}
