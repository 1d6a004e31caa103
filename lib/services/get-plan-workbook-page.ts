import type { Committee } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { Context } from './context.ts';
import { listPlanned, recipientOf } from './plan-workbook-rows.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** What the page *Handleplaner i regneark* has to show. */
export interface PlanWorkbookPage {
  period: Period;
  committee: Committee;
  /** Whether the actor may send plans out and take them home. */
  mayCollect: boolean;
  /** Plans that the actor can send out. */
  plans: number;
  /** Whom they can be sent to one by one, '' those without a responsible; with the number of plans. */
  recipients: { name: string; plans: number }[];
}

/** The plans of a committee that can go out as a workbook; null where there is no report of it for the actor. */
export async function getPlanWorkbookPage(
  context: Context,
  periodId: string,
  code: string,
): Promise<PlanWorkbookPage | null> {
  const period = await findPeriod(context.store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const place = placeOfCommittee(code, state.administrations);
  const committee = state.committees.find((one) => one.code === code);
  if (!committee || !may(context.actor, 'seeReport', place)) return null;
  const mayCollect = may(context.actor, 'collectPlans', place);
  const planned = mayCollect ? listPlanned(state, code) : [];
  const recipients = [...Map.groupBy(planned, ({ finding }) => recipientOf(finding))]
    .map(([name, own]) => ({ name, plans: own.length }))
    .sort((left, right) => compareDanish(left.name, right.name));
  return { period, committee, mayCollect, plans: planned.length, recipients };
}
