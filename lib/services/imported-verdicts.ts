import type { Reconciliation } from '#lib/domain/account.ts';
import { type Acting, handsOf } from '#lib/domain/actor.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { drafted, submitted, type WorkflowNote } from '#lib/domain/workflow.ts';
import type { Change } from '#lib/import/types.ts';
import { keepKeys } from './keep-keys.ts';

type VerdictChange = Extract<Change, { subject: 'reconciliation' }>;
type DroppedApproval = VerdictChange & { before: Reconciliation; after: Reconciliation };

/**
 * A verdict that a file states arrives for approval, with whoever imports it as its preparer; those before stay beside
 * them, since what no file tells, such as the documented balance, is still their work.
 */
export function prepareVerdict(change: VerdictChange, acting: Acting, at: string): VerdictChange {
  if (change.after === null) return change;
  const note = change.before && noteOfImport(change.before, change.after, acting, at);
  const preparers = [...(change.before?.workflow.preparers ?? []), ...handsOf(acting)];
  const after = { ...keepKeys(change.after, change.before), workflow: { ...submitted(preparers, at), note } };
  return { ...change, after };
}

/** Why what others approved, or are to approve, must be looked at again; null where it was neither. */
function noteOfImport(
  { balance, workflow }: Reconciliation,
  after: Reconciliation,
  acting: Acting,
  at: string,
): WorkflowNote | null {
  if (workflow.status !== 'submitted' && workflow.status !== 'approved') return null;
  if (balance !== after.balance) return { kind: 'balance-changed', at, before: balance, after: after.balance };
  return { kind: 'changed', by: acting.actor.name, at };
}

/** What others approved, or are to approve, against a balance that is now another, goes back to its preparer (product.md, rule 5). */
export function dropApprovals(state: MunicipalityState, changes: readonly Change[], at: string): DroppedApproval[] {
  const restated = new Set(changes.filter(({ subject }) => subject === 'reconciliation').map(({ id }) => id));
  return changes.flatMap((change) => {
    if (change.subject !== 'account' || change.after === null || change.before === null) return [];
    const own = state.reconciliations.get(change.id);
    const isUnderway = own?.workflow.status === 'submitted' || own?.workflow.status === 'approved';
    if (!own || !isUnderway || restated.has(change.id) || change.before.balance === change.after.balance) return [];
    const note = { kind: 'balance-changed', at, before: change.before.balance, after: change.after.balance } as const;
    const after = { ...own, workflow: drafted(own.workflow.preparers, note) };
    return [{ subject: 'reconciliation' as const, id: change.id, before: own, after }];
  });
}
