import { may } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { loadAssignees } from './assignees.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** Somebody to whom accounts can be given. */
export interface NamedAssignee {
  id: string;
  name: string;
  initials: string;
}

/** Those who may log some account of the period that the actor may see, by name; none where there is no such period. */
export async function listAssignees(context: Context, periodId: string): Promise<NamedAssignee[]> {
  const period = await findPeriod(context.store, periodId);
  if (!period) return [];
  const [state, people] = await Promise.all([readVisibleState(context, period), loadAssignees(context.store.read)]);
  const places = new Map(
    state.accounts.map(({ number }) => {
      const place = placeOfAccount(state.responsibilities.get(number));
      return [JSON.stringify(place), place];
    }),
  );
  return people
    .filter((person) => [...places.values()].some((place) => may(person, 'log', place)))
    .map(({ id, name, initials }) => ({ id, name, initials }));
}
