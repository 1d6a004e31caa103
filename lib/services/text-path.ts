import { loadOrganisation } from '#lib/db/organisation.ts';
import type { ReadDb } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { may } from '#lib/domain/permissions.ts';
import { SHARED, type TextPlace } from '#lib/domain/report-text.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { type TextSpot, textSpot } from '#lib/schemas/report-text.ts';
import { findTextHome } from './text-rights.ts';

/** What names the texts of all committees in addresses and in the trail. */
const ALL_COMMITTEES = 'faelles';

/** What the trail knows a text by. */
export function textSubjectId({ fiscalYear, owner, place }: TextSpot): string {
  return `${fiscalYear}/${owner === SHARED ? ALL_COMMITTEES : owner}/${place}`;
}

/** The text that the trail knows by `subjectId`; null where it is none. */
export function readTextSubject(subjectId: string): TextSpot | null {
  // A committee's code can hold the sign that parts the three.
  const [, year = '', owner = '', place = ''] = /^(\d+)\/(.+)\/([^/]+)$/.exec(subjectId) ?? [];
  const spot = { fiscalYear: Number(year), owner: owner === ALL_COMMITTEES ? SHARED : owner, place };
  return textSpot.safeParse(spot).data ?? null;
}

/**
 * The path of the page on which a text is written: in the report of its committee, or for the text of all committees in
 * the first that the actor sees. Null where they see none.
 */
export async function findTextPath(db: ReadDb, actor: Actor, { place, ...texts }: TextSpot): Promise<string | null> {
  return (await findTextPaths(db, actor, texts))?.(place) ?? null;
}

/** The same for all texts of an owner in a year: by place. */
export async function findTextPaths(
  db: ReadDb,
  actor: Actor,
  { fiscalYear, owner }: Omit<TextSpot, 'place'>,
): Promise<((place: TextPlace) => string) | null> {
  const home = await findTextHome(db, actor, fiscalYear, owner);
  if (home === null) return null;
  const pathIn = (committee: string, more: string) => (place: TextPlace) =>
    `/${home.periodId}/rapport?udvalg=${encodeURIComponent(committee)}&tekst=${encodeURIComponent(place)}${more}`;
  if (owner !== SHARED) return pathIn(owner, '');
  const { committees, administrations } = await loadOrganisation(db, fiscalYear);
  const first = committees.find(({ code }) => may(actor, 'seeReport', placeOfCommittee(code, administrations)));
  return first ? pathIn(first.code, `&ejer=${ALL_COMMITTEES}`) : null;
}
