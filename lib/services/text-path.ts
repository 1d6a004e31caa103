import { loadOrganisation } from '#lib/db/organisation.ts';
import type { ReadDb } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { may } from '#lib/domain/permissions.ts';
import { SHARED } from '#lib/domain/report-text.ts';
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
  const [year = '', owner = '', ...place] = subjectId.split('/');
  const spot = { fiscalYear: Number(year), owner: owner === ALL_COMMITTEES ? SHARED : owner, place: place.join('/') };
  return textSpot.safeParse(spot).data ?? null;
}

/**
 * The path of the page on which a text is written: in the report of its committee, or for the text of all committees in
 * the first that the actor sees. Null where they see none.
 */
export async function findTextPath(db: ReadDb, actor: Actor, spot: TextSpot): Promise<string | null> {
  const { fiscalYear, owner, place } = spot;
  const home = await findTextHome(db, actor, fiscalYear, owner);
  if (home === null) return null;
  const page = (committee: string) =>
    `/${home.periodId}/rapport?udvalg=${encodeURIComponent(committee)}&tekst=${encodeURIComponent(place)}`;
  if (owner !== SHARED) return page(owner);
  const { committees, administrations } = await loadOrganisation(db, fiscalYear);
  const first = committees.find(({ code }) => may(actor, 'seeReport', placeOfCommittee(code, administrations)));
  return first ? `${page(first.code)}&ejer=${ALL_COMMITTEES}` : null;
}
