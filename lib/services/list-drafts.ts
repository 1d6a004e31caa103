import { listDraftPlaces } from '#lib/db/drafts.ts';
import type { Context } from './context.ts';
import { oldestDraft } from './kept-draft.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** An account on which the actor has typed something that is not saved. */
export interface DraftLine {
  periodId: string;
  account: string;
  name: string;
  /** When it was last typed on; ISO time, UTC. */
  at: string;
}

/** The accounts on which the actor has typed something that is not saved, as far as they see them; the newest first. */
export async function listDrafts(context: Context): Promise<DraftLine[]> {
  const { store, actor } = context;
  const places = await listDraftPlaces(store.read, actor.personId, oldestDraft(new Date()));
  const names = new Map<string, Map<string, string>>();
  for (const periodId of new Set(places.map((place) => place.periodId))) {
    const period = await findPeriod(store, periodId);
    const accounts = period === null ? [] : (await readVisibleState(context, period)).accounts;
    names.set(periodId, new Map(accounts.map(({ number, name }) => [number, name])));
  }
  return places.flatMap((place) => {
    const name = names.get(place.periodId)?.get(place.account);
    return name === undefined ? [] : [{ ...place, name }];
  });
}
