import type { Assignment } from '#lib/domain/account.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { may, maySomewhere } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { assignInput } from '#lib/schemas/bulk.ts';
import { loadAssignees } from './assignees.ts';
import { type ChangeTarget, changeAccounts, type ManyChanged, type Steering } from './change-accounts.ts';
import { type Context, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Says of many accounts who is to reconcile them, and by when. Nobody gets an account that they may not log. */
export async function assignAccounts(
  context: Context,
  input: unknown,
  steering?: Steering,
): Promise<Result<ManyChanged>> {
  const parsed = parseInput(assignInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, accounts, personId, deadline, allOrNothing } = parsed.value;
  if (!maySomewhere(context.actor, 'assign')) return refused([problem('not-allowed')]);
  return changeAccounts(context, {
    periodId,
    kind: 'assign',
    allOrNothing,
    steering,
    plan: async (tx) => {
      const person = personId == null ? null : (await loadAssignees(tx)).find(({ id }) => id === personId);
      if (person === undefined) return problem('unknown-assignee', 'personId');
      return accounts.map((account) => ({
        account,
        subject: 'assignment' as const,
        decide: (target) =>
          person !== null && !may(person, 'log', placeOfAccount(target.responsibility))
            ? problem('assignee-not-there')
            : reassign(target, { personId, deadline }),
      }));
    },
  });
}

/** The assignment with what is given changed; null where that changes nothing. Of nobody and no day there is none. */
export function reassign(
  { account, assignment }: Pick<ChangeTarget, 'account' | 'assignment'>,
  change: { personId?: string | null | undefined; deadline?: IsoDate | null | undefined },
): { after: Assignment | null } | null {
  const personId = change.personId === undefined ? (assignment?.personId ?? null) : change.personId;
  const deadline = change.deadline === undefined ? (assignment?.deadline ?? null) : change.deadline;
  if (personId === (assignment?.personId ?? null) && deadline === (assignment?.deadline ?? null)) return null;
  return { after: personId === null && deadline === null ? null : { account: account.number, personId, deadline } };
}
