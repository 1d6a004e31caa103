import { type Comment, listCommentRows } from '#lib/db/comments.ts';
import { findEarlierPeriod } from '#lib/db/earlier-period.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import type { Account, Reconciliation } from '#lib/domain/account.ts';
import { oneYearBefore, type Period } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';
import { describeChange, type FieldChange } from './describe-change.ts';
import { keepDifferent } from './describe-history.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** What an approver looks at before they approve an account. Amounts in øre. */
export interface ApprovalDetail {
  account: Account;
  reconciliation: Reconciliation;
  /** Posting dates at or before this are older than one year. */
  olderLimit: string;
  preparers: string[];
  /** What the period is compared with; null where there is none before it. */
  earlier: Period | null;
  /** What the account had then; null where it was not there. */
  previousBalance: bigint | null;
  /** Whether it had a verdict then. */
  hadVerdict: boolean;
  /** Field by field, from the verdict of the period before to this one. */
  changes: FieldChange[];
  comments: Comment[];
}

/** What differs by itself from period to period says nothing to an approver. */
const EXPECTED = new Set(['reconciledOn', 'initials', 'documentedBalance', 'status', 'approvals', 'rule']);

/** An account that the actor can approve or return, beside what it was in the period before; null where there is none. */
export async function getApproval(context: Context, periodId: string, number: string): Promise<ApprovalDetail | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const account = state.accounts.find((one) => one.number === number);
  const reconciliation = state.reconciliations.get(number);
  const isMine = may(actor, 'approve', placeOfAccount(state.responsibilities.get(number)));
  if (!account || !reconciliation || !isMine) return null;
  const [earlier, names, comments] = await Promise.all([
    findEarlierPeriod(store.read, period.id),
    listPersonNames(store.read),
    listCommentRows(store.read, period.id, number),
  ]);
  const before = earlier && (await readVisibleState(context, earlier));
  const previous = before?.reconciliations.get(number) ?? null;
  const { fields } = describeChange('reconciliation', number, previous, reconciliation, new Map());
  return {
    account,
    reconciliation,
    olderLimit: oneYearBefore(period.balanceDate),
    preparers: reconciliation.workflow.preparers.map((id) => names.get(id) ?? id),
    earlier,
    previousBalance: before?.accounts.find((one) => one.number === number)?.balance ?? null,
    hadVerdict: previous !== null,
    changes: previous === null ? [] : fields.filter(({ field }) => !EXPECTED.has(field)).map(keepDifferent),
    comments,
  };
}
