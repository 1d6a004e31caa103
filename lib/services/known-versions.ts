import { findReportPeriod } from '#lib/db/periods.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import type { Committee, MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { may, type Place } from '#lib/domain/permissions.ts';
import type { ReportVersion, VersionStatus } from '#lib/domain/report-version.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';
import { readState } from './read-state.ts';
import { readKeptModel } from './render-version.ts';

/** The versions of a committee of which the actor may know. */
export interface KnownVersions {
  period: Period;
  committee: Committee;
  /** The committee has left the year's organisation: it has its versions, and no report that follows the figures. */
  isFormer: boolean;
  place: Place;
  /** Newest first. */
  versions: ReportVersion[];
}

/**
 * The versions of a committee's report of the year that the actor may see, also where the organisation no longer has the
 * committee: what was published stays to be had. Null where there is neither such a committee nor a version of one.
 */
export async function findKnownVersions(
  { store, actor }: Context,
  year: number,
  code: string,
): Promise<KnownVersions | null> {
  const period = await findReportPeriod(store.read, year);
  if (!period) return null;
  const state = await readState(store, period);
  const place = placeOfCommittee(code, state.administrations);
  if (!may(actor, 'seeReport', place)) return null;
  const versions = await listReportVersions(store.read, year, code);
  const committee = state.committees.find((one) => one.code === code);
  if (!committee && versions.length === 0) return null;
  return {
    ...{ period, place, versions },
    committee: committee ?? { code, name: nameOf(store, versions) ?? code },
    isFormer: committee === undefined,
  };
}

/** A committee that has left the year's organisation, and the newest of its versions. */
export interface FormerCommittee extends Committee {
  version: { number: number; status: VersionStatus };
}

/**
 * The committees with versions, among `versions` of a year, that the organisation no longer has and whose reports the
 * actor may see, by their codes.
 * @param versions those of a committee newest first
 */
export function listFormerCommittees(
  { store, actor }: Context,
  { committees, administrations }: Pick<MunicipalityState, 'committees' | 'administrations'>,
  versions: readonly ReportVersion[],
): FormerCommittee[] {
  const known = new Set(committees.map(({ code }) => code));
  return [...Map.groupBy(versions, (version) => version.committee)].flatMap(([code, own]) => {
    const [latest] = own;
    if (!latest || known.has(code) || !may(actor, 'seeReport', placeOfCommittee(code, administrations))) return [];
    const { number, status } = latest;
    return [{ code, name: nameOf(store, own) ?? code, version: { number, status } }];
  });
}

/** What the newest version that can be read calls its committee. */
function nameOf(store: Store, versions: readonly ReportVersion[]): string | null {
  for (const version of versions) {
    const kept = readKeptModel(store, version);
    if (kept.kind === 'whole') return kept.model.committee.name;
  }
  return null;
}
