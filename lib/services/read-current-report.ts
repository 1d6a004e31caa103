import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { getRevision } from '#lib/db/state.ts';
import type { ReadDb, Store, WriteDb } from '#lib/db/store.ts';
import type { Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { may, type Place } from '#lib/domain/permissions.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { buildReport, checkReport } from '#lib/report/build-report.ts';
import type { ReportExtras } from '#lib/report/extras.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { readReportExtras } from './read-report-extras.ts';
import { readState, readStateForWrite } from './read-state.ts';

/** A committee's report as it stands at one revision of the store. */
export interface CurrentReport {
  /** The whole of it: the closed edition. */
  model: ReportModel;
  state: MunicipalityState;
  revision: number;
}

/** A committee's report of which the actor may know. */
export interface KnownReport {
  period: Period;
  state: MunicipalityState;
  place: Place;
}

/** The report of a committee of the year that the actor may see; null where there is none such. */
export async function findKnownReport(context: Context, year: number, committee: string): Promise<KnownReport | null> {
  const period = await findReportPeriod(context.store.read, year);
  if (!period) return null;
  const state = await readState(context.store, period);
  if (!state.committees.some(({ code }) => code === committee)) return null;
  const place = placeOfCommittee(committee, state.administrations);
  return may(context.actor, 'seeReport', place) ? { period, state, place } : null;
}

/** What was worked out of a state, by committee. All that a report is made of raises the revision, so it makes another state. */
type Kept<T> = WeakMap<MunicipalityState, Map<string, T>>;
const built: Kept<ReportModel> = new WeakMap();
const checked: Kept<CheckedReport> = new WeakMap();

/** How far a report is, and by which checks. */
export type CheckedReport = Pick<ReportModel, 'status' | 'checks'>;

/** The committee's report, none of its parts of another moment than the others. To be read, not changed. */
export async function readCurrentReport(store: Store, period: Period, committee: string): Promise<CurrentReport> {
  const { value, ...moment } = await readAtOneMoment(store, period, committee, built, (state) =>
    build(store.read, state, committee),
  );
  return { model: value, ...moment };
}

/** How far the committee's report is: what readCurrentReport says of it, and sooner. To be read, not changed. */
export async function readCheckedReport(store: Store, period: Period, committee: string): Promise<CheckedReport> {
  const { value } = await readAtOneMoment(store, period, committee, checked, async (state) => {
    const [installation, extras] = await readParts(store.read, state, committee);
    return built.get(state)?.get(committee) ?? checkReport(state, installation, committee, extras);
  });
  return value;
}

/** What `work` makes of the committee's state, kept for as long as nothing is written. */
async function readAtOneMoment<T>(
  store: Store,
  period: Period,
  committee: string,
  kept: Kept<T>,
  work: (state: MunicipalityState) => Promise<T>,
): Promise<{ value: T; state: MunicipalityState; revision: number }> {
  for (;;) {
    const revision = await getRevision(store.read);
    const state = await readState(store, period);
    const values = kept.get(state) ?? new Map<string, T>();
    const known = values.get(committee);
    const value = known ?? (await work(state));
    if ((await getRevision(store.read)) !== revision) continue;
    kept.set(state, values);
    values.set(committee, value);
    return { value, state, revision };
  }
}

/** The same inside a write transaction, in which nobody can change it any more. */
export async function readReportForWrite(
  store: Store,
  tx: WriteDb,
  period: Period,
  committee: string,
): Promise<Omit<CurrentReport, 'revision'>> {
  const state = await readStateForWrite(store, tx, period);
  return { state, model: await build(tx, state, committee) };
}

async function build(db: ReadDb | WriteDb, state: MunicipalityState, committee: string): Promise<ReportModel> {
  const [installation, extras] = await readParts(db, state, committee);
  return buildReport(state, installation, committee, extras);
}

function readParts(
  db: ReadDb | WriteDb,
  state: MunicipalityState,
  committee: string,
): Promise<[Installation, ReportExtras]> {
  return Promise.all([readInstallation(db), readReportExtras(db, state.period, committee)]);
}
