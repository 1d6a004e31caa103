import type { Account } from '#lib/domain/account.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** An account as it is offered to whoever types its number or name. */
type FoundAccount = Pick<Account, 'number' | 'name' | 'imFunction'>;

/** As many as fit under what is typed. */
const MOST = 8;

/**
 * The first accounts of a period, of those that the actor may see, whose number or name holds every word of the query:
 * numbers that begin with it first. None where there is no such period, or nothing is asked for.
 */
export async function findAccounts(context: Context, periodId: string, query: string): Promise<FoundAccount[]> {
  const words = query.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
  const [first] = words;
  const period = await findPeriod(context.store, periodId);
  if (!period || first === undefined) return [];
  const { accounts } = await readVisibleState(context, period);
  const found = accounts.filter(({ number, name }) => {
    const text = `${number} ${name}`.toLocaleLowerCase('da');
    return words.every((word) => text.includes(word));
  });
  return found
    .toSorted(
      (left, right) =>
        Number(right.number.startsWith(first)) - Number(left.number.startsWith(first)) ||
        (left.number < right.number ? -1 : 1),
    )
    .slice(0, MOST)
    .map(({ number, name, imFunction }) => ({ number, name, imFunction }));
}
