import { type Comment, listCommentRows } from '#lib/db/comments.ts';
import { listPersons, listRoles } from '#lib/db/people.ts';
import { accountKey } from '#lib/domain/account.ts';
import { activeOn } from '#lib/domain/permissions.ts';
import { seesFinding } from '#lib/domain/visibility.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import { seesWholeAccount } from './sees-account.ts';

/** Somebody who can be mentioned. */
export interface Mentionable {
  id: string;
  name: string;
  initials: string;
  /** The committees whose finding on the account they see; null: they see all of the account. */
  committees: string[] | null;
}

export interface AccountComments {
  /** Oldest first, those that the actor may see. */
  comments: Comment[];
  /** Whether the actor sees the account itself and not only findings on it. */
  seesAccount: boolean;
  /** Committees of the findings that the actor sees. */
  committees: string[];
  /** Everyone with a right of their own to see something of the account, the actor left out. */
  people: Mentionable[];
  /** False in a locked period. */
  mayComment: boolean;
}

/** What was said about an account in a period; null where the actor sees no such account. */
export async function listComments(
  context: Context,
  periodId: string,
  number: string,
): Promise<AccountComments | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const key = accountKey(number);
  const account = state.accounts.find((one) => accountKey(one.number) === key)?.number;
  if (account === undefined) return null;
  const committees = (state.reconciliations.get(account)?.findings ?? []).map(({ committee }) => committee);
  const seesAccount = seesWholeAccount(state, actor, account);
  const [rows, persons, roles] = await Promise.all([
    listCommentRows(store.read, period.id, account),
    listPersons(store.read),
    listRoles(store.read),
  ]);
  const today = danishDate(new Date());
  const people = persons.flatMap(({ id, name, initials, disabledAt }): Mentionable[] => {
    if (disabledAt !== null || id === actor.personId) return [];
    const given = (roles.get(id) ?? []).map((role) => ({ ...role, onBehalfOf: null }));
    const person = { grants: activeOn(given, today) };
    if (seesWholeAccount(state, person, account)) return [{ id, name, initials, committees: null }];
    const own = committees.filter((committee) => seesFinding(state, person, account, committee));
    return own.length > 0 ? [{ id, name, initials, committees: own }] : [];
  });
  return {
    comments: rows.filter(({ committee }) =>
      committee === null ? seesAccount : seesFinding(state, actor, account, committee),
    ),
    seesAccount,
    committees,
    people,
    mayComment: state.periodStatus !== 'locked',
  };
}
