import { findReportPeriod } from '#lib/db/periods.ts';
import type { Committee, MunicipalityState } from '#lib/domain/municipality.ts';
import { may } from '#lib/domain/permissions.ts';
import type { Edition } from '#lib/domain/report-version.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { withPlaces } from '#lib/report/checks/listing.ts';
import { openEdition } from '#lib/report/edition.ts';
import type { CheckPlace, ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { readCurrentReport } from './read-current-report.ts';
import { readState, readVisibleState } from './read-state.ts';

/**
 * The report of a committee for a fiscal year, in the edition that is for everybody unless the whole one is asked for;
 * null where the year has no balance, the committee is unknown, or the edition is not the actor's to see.
 */
export async function getReport(
  context: Context,
  fiscalYear: number,
  committee: string,
  edition: Edition = 'open',
): Promise<ReportModel | null> {
  const { store } = context;
  const period = await findReportPeriod(store.read, fiscalYear);
  if (!period) return null;
  const state = await readState(store, period);
  if (!reportableCommittees(context, state).some((one) => one.code === committee)) return null;
  if (edition === 'closed' && !maySeeClosed(context, state, committee)) return null;
  const { model } = await readCurrentReport(store, period, committee);
  const whole = withVisibleSubjects(model, await readVisibleState(context, period));
  return edition === 'open' ? openEdition(whole) : whole;
}

/** Whether the edition that leaves nothing out is the actor's to see. */
export function maySeeClosed({ actor }: Context, state: MunicipalityState, committee: string): boolean {
  return may(actor, 'seeClosedEdition', placeOfCommittee(committee, state.administrations));
}

/** The model with checks that count all that fails them but lead only to what the reader may see. */
export function withVisibleSubjects(model: ReportModel, visible: MunicipalityState): ReportModel {
  const numbers = new Set(visible.accounts.map(({ number }) => number));
  const isShown = (place: CheckPlace) => {
    switch (place.kind) {
      case 'finding':
        return visible.reconciliations
          .get(place.account)
          ?.findings.some(({ committee }) => committee === place.committee);
      case 'account':
      case 'document':
        return place.account === null || numbers.has(place.account);
      // Texts and registers of a committee are a part of the report itself.
      default:
        return true;
    }
  };
  return { ...model, checks: model.checks.map((check) => withPlaces(check, check.places.filter(isShown))) };
}

/** The committees that a year's reports can be made for; null where the year has no balance to report on. */
export async function listReportCommittees(context: Context, fiscalYear: number): Promise<Committee[] | null> {
  const period = await findReportPeriod(context.store.read, fiscalYear);
  return period ? reportableCommittees(context, await readState(context.store, period)) : null;
}

/**
 * The committees whose reports the actor may see. A report is built from the whole state: its tables of the municipality
 * are public, and the committee's own sections are all that is told of single accounts.
 */
export function reportableCommittees({ actor }: Context, state: MunicipalityState): Committee[] {
  return state.committees.filter(({ code }) => may(actor, 'seeReport', placeOfCommittee(code, state.administrations)));
}
