import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { approvalsRequired, isOthersWork, isPreparedByOthers } from '#lib/domain/workflow.ts';
import { actingsFor } from './authorise.ts';
import type { Context } from './context.ts';

/** Where an account stands on its way to approval, and what the actor can do with it now. */
export interface Standing {
  /** Why nothing can be typed; null: it can. */
  readOnly: 'not-allowed' | 'period-locked' | 'period-closed' | null;
  /** Names of those who had a hand in it. */
  preparers: string[];
  required: 1 | 2;
  mayTakeBack: boolean;
  mayApprove: boolean;
  mayReturn: boolean;
  /** It waits for approval and the actor approves here, but this is their own work or they have approved it already. */
  isOwnWork: boolean;
}

/**
 * The standing of an account of the state that the actor sees. The acts check again what they may do.
 * @param names of people by id
 * @param limit follow-up in øre above which two must approve
 */
export function findStanding(
  { actor }: Pick<Context, 'actor'>,
  state: MunicipalityState,
  number: string,
  names: ReadonlyMap<string, string>,
  limit: bigint,
): Standing {
  const reconciliation = state.reconciliations.get(number);
  const place = placeOfAccount(state.responsibilities.get(number));
  const loggers = actingsFor(actor, 'log', place);
  const closed = refusalOf(state.periodStatus, reconciliation === undefined);
  const readOnly = loggers.length === 0 ? 'not-allowed' : closed;
  const nothing = { mayTakeBack: false, mayApprove: false, mayReturn: false, isOwnWork: false };
  if (!reconciliation) return { readOnly, preparers: [], required: 1, ...nothing };
  const { workflow } = reconciliation;
  const facts: Pick<Standing, 'readOnly' | 'preparers' | 'required'> = {
    readOnly,
    preparers: workflow.preparers.map((id) => names.get(id) ?? id),
    required: approvalsRequired(reconciliation, limit),
  };
  if (closed) return { ...facts, ...nothing };
  const approvers = actingsFor(actor, 'approve', place);
  const isSent = workflow.status === 'submitted';
  const mayApprove = isSent && approvers.some((acting) => isOthersWork(workflow, acting));
  return {
    ...facts,
    mayTakeBack: isSent && loggers.some((acting) => !isPreparedByOthers(workflow, acting)),
    mayApprove,
    mayReturn:
      (isSent || workflow.status === 'approved') && approvers.some((acting) => isPreparedByOthers(workflow, acting)),
    isOwnWork: isSent && approvers.length > 0 && !mayApprove,
  };
}
