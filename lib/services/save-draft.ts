import { accountDraftPlace, putDraft, removeOldDrafts } from '#lib/db/drafts.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { draftInput, type KeptDraft } from '#lib/schemas/draft.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { oldestDraft, readKeptDraft } from './kept-draft.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

/** `at`: when it was kept (ISO time, UTC), by which the next one says what it continues. */
type SavedDraft = { kept: true; at: string } | { kept: false; other: KeptDraft };

/**
 * Keeps what somebody has typed on an account and not saved, for them alone. A draft that another of their pages has
 * kept meanwhile is answered and left as it is. Nothing that is typed but not saved is told by the trail.
 */
export async function saveDraft(context: Context, input: unknown): Promise<Result<SavedDraft>> {
  const { store, actor } = context;
  const parsed = parseInput(draftInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, account: named, version, content, continues } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  // What is read here is in memory when the transaction needs it: it shall hold nobody up.
  await readVisibleState(context, period);
  return store.touchTx(async (tx): Promise<Result<SavedDraft>> => {
    // Nobody else writes while this transaction is open: what readers see is how things stand.
    const [state, visible] = await Promise.all([readState(store, period), readVisibleState(context, period)]);
    const account = visible.accounts.find(({ number }) => number === named);
    if (!account) return refused([problem('unknown-account', 'account')]);
    const acting = actingFor(context, 'log', placeOfAccount(state.responsibilities.get(account.number)));
    if (!acting) return refused([problem('not-allowed')]);
    const other = await readKeptDraft(tx, actor.personId, period.id, account.number);
    const continued = other === null || other.at === continues || other.content.on.tab === content.on.tab;
    if (!continued) return done({ kept: false, other });
    const now = new Date();
    await removeOldDrafts(tx, oldestDraft(now));
    const at = now.toISOString();
    const place = accountDraftPlace({ periodId: period.id, account: account.number });
    await putDraft(tx, actor.personId, place, { version, content: JSON.stringify(content), updatedAt: at });
    return done({ kept: true, at });
  }, isDone);
}
