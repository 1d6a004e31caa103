import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Committee, MunicipalityState } from '#lib/domain/municipality.ts';
import { may } from '#lib/domain/permissions.ts';
import { REGISTERS } from '#lib/domain/register.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { buildReport } from '#lib/report/build-report.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { readReportExtras } from './read-report-extras.ts';
import { readState, readVisibleState } from './read-state.ts';

/** The report of a committee for a fiscal year; null where the year has no balance or the committee is unknown. */
export async function getReport(context: Context, fiscalYear: number, committee: string): Promise<ReportModel | null> {
  const { store } = context;
  const period = await findReportPeriod(store.read, fiscalYear);
  if (!period) return null;
  const state = await readState(store, period);
  if (!reportableCommittees(context, state).some((one) => one.code === committee)) return null;
  const [installation, extras] = await Promise.all([
    readInstallation(store.read),
    readReportExtras(store.read, period, committee),
  ]);
  const model = buildReport(state, installation, committee, extras);
  return withVisibleSubjects(model, await readVisibleState(context, period));
}

/** The model with checks that count all that fails them but name only accounts that the reader may see. */
export function withVisibleSubjects(model: ReportModel, visible: MunicipalityState): ReportModel {
  const numbers = new Set(visible.accounts.map(({ number }) => number));
  // What a check names is a register or an account, whose number can be written in many ways.
  const isShown = (subject: string) => REGISTERS.some((register) => register === subject) || numbers.has(subject);
  return {
    ...model,
    checks: model.checks.map((check) => ({ ...check, subjects: check.subjects.filter(isShown) })),
  };
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
