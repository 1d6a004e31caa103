import { findVersion } from '#lib/db/reconciliations.ts';
import { presenceInput } from '#lib/schemas/draft.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { boardOf, type Present } from './presence-board.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

export interface Presence {
  others: Present[];
  /** How the account stands now: whether what a page shows is still what is stored. */
  version: number;
  /** Who stored it so; '' where nobody has. */
  changedBy: string;
}

/**
 * A page that shows an account says that it is open there, and hears who else has it open, and whether they type.
 * Only who sees the account is told, and only names.
 */
export async function notePresence(context: Context, input: unknown): Promise<Result<Presence>> {
  const { store, actor } = context;
  const parsed = parseInput(presenceInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, account, tab, typing, leaves } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  const { accounts } = await readVisibleState(context, period);
  if (!accounts.some(({ number }) => number === account)) return refused([problem('unknown-account', 'account')]);
  const board = boardOf(store.folder);
  const place = `${period.id}/${account}`;
  const now = Date.now();
  if (leaves) board.leave(place, tab, actor.personId);
  else board.note(place, tab, { personId: actor.personId, name: actor.name, typing }, now);
  const { version, updatedBy } = await findVersion(store.read, period.id, account);
  return done({ others: board.others(place, actor.personId, now), version, changedBy: updatedBy });
}
