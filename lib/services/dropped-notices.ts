import type { NewNotice } from '#lib/db/notices.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Actor } from '#lib/domain/actor.ts';

/**
 * Tells everyone who prepared a reconciliation that what was sent or approved fell, but for whoever made it fall; nobody
 * where it had been neither. Who approved it meets it again when it is sent.
 */
export function droppedNotices(
  periodId: string,
  { account, workflow }: Reconciliation,
  actor: Actor,
  at: string,
): NewNotice[] {
  if (workflow.status !== 'submitted' && workflow.status !== 'approved') return [];
  const { name: fromName } = actor;
  return workflow.preparers
    .filter((personId) => personId !== actor.personId)
    .map((personId) => ({ personId, kind: 'dropped', periodId, accountNumber: account, text: '', fromName, at }));
}
