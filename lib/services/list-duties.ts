import { listPeriods } from '#lib/db/periods.ts';
import { readWarningMonths } from '#lib/db/settings.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { type Duty, listDuties as dutiesIn } from '#lib/domain/duty.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Context } from './context.ts';
import { listTextDuties } from './list-text-duties.ts';
import { readVisibleState } from './read-state.ts';

/** Work goes on in the last few periods. */
const MOST_PERIODS = 4;

/**
 * What the actor is to do by a date, of what they see now, in the latest periods that are not locked, and the texts of
 * reports that they are to write; earliest deadline first.
 */
export async function listDuties(context: Context, today: IsoDate = danishDate(new Date())): Promise<Duty[]> {
  const { store, actor } = context;
  const periods = (await listPeriods(store.read)).filter(({ status }) => status !== 'locked').slice(0, MOST_PERIODS);
  const months = await readWarningMonths(store.read);
  const duties: Duty[] = [];
  const seen = new Set<string>();
  // A plan that was carried on stands in several periods: the newest tells of it.
  for (const { id } of periods) {
    const period = parsePeriod(id);
    if (!period) continue;
    const state = await readVisibleState(context, period);
    for (const duty of dutiesIn(state, actor.personId, today, months)) {
      // Who may not log an account, such as whoever imported it, has no duty there.
      if (!may(actor, 'log', placeOfAccount(state.responsibilities.get(duty.account)))) continue;
      if (!seen.has(duty.key)) duties.push(duty);
      seen.add(duty.key);
    }
  }
  duties.push(...(await listTextDuties(store.read, actor)));
  return duties.sort((left, right) => compare(left.deadline ?? '9999', right.deadline ?? '9999'));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
