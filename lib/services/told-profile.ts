import type { StoredProfile } from '#lib/db/mapping-profiles.ts';

/** A profile as the trail tells it: by which name, for which headings, and all that it says. */
export function toldProfile({ name, fingerprint, content }: Pick<StoredProfile, 'name' | 'fingerprint' | 'content'>) {
  return { name, kind: content.kind, headings: fingerprint, rules: JSON.stringify(content) };
}
