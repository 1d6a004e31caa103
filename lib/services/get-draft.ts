import type { KeptDraft } from '#lib/schemas/draft.ts';
import type { Context } from './context.ts';
import { readKeptDraft } from './kept-draft.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** What the actor has typed on an account and not saved; null where there is nothing, or they see the account no more. */
export async function getDraft(context: Context, periodId: string, account: string): Promise<KeptDraft | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const { accounts } = await readVisibleState(context, period);
  if (!accounts.some(({ number }) => number === account)) return null;
  return readKeptDraft(store.read, actor.personId, period.id, account);
}
