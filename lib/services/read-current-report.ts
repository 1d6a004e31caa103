import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { getRevision } from '#lib/db/state.ts';
import type { ReadDb, Store, WriteDb } from '#lib/db/store.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { may, type Place } from '#lib/domain/permissions.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { buildReport } from '#lib/report/build-report.ts';
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

/** The committee's report, none of its parts of another moment than the others. */
export async function readCurrentReport(store: Store, period: Period, committee: string): Promise<CurrentReport> {
  for (;;) {
    const revision = await getRevision(store.read);
    const state = await readState(store, period);
    const model = await build(store.read, state, committee);
    if ((await getRevision(store.read)) === revision) return { model, state, revision };
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
  const installation = await readInstallation(db);
  return buildReport(state, installation, committee, await readReportExtras(db, state.period, committee));
}
