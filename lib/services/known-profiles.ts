import { listProfiles } from '#lib/db/mapping-profiles.ts';
import type { Store } from '#lib/db/store.ts';
import type { Period } from '#lib/domain/period.ts';
import { tellApart } from '#lib/format/tell-apart.ts';
import { BUILT_IN_PROFILES } from '#lib/import/mapping/built-in.ts';
import { readFiles } from '#lib/import/read-files.ts';
import type { ChosenMapping, InputFile, KnownProfile, ParsedFile, PlanOptions } from '#lib/import/types.ts';

/** Every profile that files are recognised by: those that were saved before the ones that come with the product. */
export async function knownProfiles(store: Store): Promise<KnownProfile[]> {
  const saved = await listProfiles(store.read);
  const names = new Set(saved.map(({ name }) => name));
  return [...saved, ...BUILT_IN_PROFILES.filter(({ name }) => !names.has(name))].map(
    ({ name, fingerprint, content }) => ({ name, fingerprint, content }),
  );
}

/** Reads the files of a call, each under a name of its own, by the mapping chosen for it or the profile of its headings. */
export async function readKnownFiles(
  store: Store,
  files: readonly InputFile[],
  options: PlanOptions,
  period: Period,
): Promise<ParsedFile[]> {
  const profiles = await knownProfiles(store);
  const names = tellApart(files.map(({ name }) => name));
  const named = files.map((file, place) => ({
    ...file,
    name: names[place] ?? file.name,
    ...(file.mapping && { mapping: underItsName(file.mapping, profiles) }),
  }));
  return readFiles(named, options, period, profiles);
}

/** A mapping bears a profile's name only for as long as it says what the profile says. */
export function underItsName(mapping: ChosenMapping, profiles: readonly KnownProfile[]): ChosenMapping {
  const own = profiles.find(({ name }) => name === mapping.name);
  const isSame = own !== undefined && JSON.stringify(own.content) === JSON.stringify(mapping.content);
  return { ...mapping, name: isSame ? mapping.name : '' };
}
