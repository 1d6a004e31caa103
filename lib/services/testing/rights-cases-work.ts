import { addComment } from '../add-comment.ts';
import { approveReconciliations } from '../approve-reconciliations.ts';
import { dropStep } from '../drop-step.ts';
import { finishStep } from '../finish-step.ts';
import { logReconciliation } from '../log-reconciliation.ts';
import { moveDeadline } from '../move-deadline.ts';
import { resumeStep } from '../resume-step.ts';
import { returnReconciliations } from '../return-reconciliations.ts';
import { settleItem } from '../settle-item.ts';
import { submitReconciliations } from '../submit-reconciliations.ts';
import { takeBackReconciliations } from '../take-back-reconciliations.ts';
import { takeBackSettlement } from '../take-back-settlement.ts';
import { refusalIn } from './refusal-in.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA, BETA, type Ids, PERIOD, SHARED } from './rights-names.ts';
import { findingFor, verdictOf } from './rights-things.ts';

const log = { does: 'write', by: 'log', at: ALFA } as const;
const approve = { does: 'write', by: 'approve', at: ALFA } as const;
const reason = 'Prøve';

function only(account: string, version: number) {
  return { periodId: PERIOD, accounts: [{ account, version }] };
}

function stepOf(ids: Ids) {
  return { periodId: PERIOD, account: ids.account, committee: 'ALU', stepKey: ids.stepKey };
}

function draftPlace(ids: Ids) {
  return { periodId: PERIOD, account: ids.draftAccount, committee: 'ALU' };
}

const comment = { periodId: PERIOD, text: 'Prøve', mentions: [] };
/** Of which Alfa's committee sees its own finding: what the other's are, is as if there were none. */
const PARTLY_SEEN = '95900012';

/** The daily work on accounts and their findings. */
export const WORK_CASES: readonly RightsCase[] = [
  {
    ...log,
    use: 'logReconciliation',
    call: (context, ids) =>
      logReconciliation(context, verdictOf(ids.draftAccount, ids.draftVersion, [findingFor('ALU', 'NYT')])),
  },
  {
    ...log,
    use: 'logReconciliation: for the first time',
    call: (context, ids) => logReconciliation(context, verdictOf(ids.newAccount, 0, [], true)),
  },
  {
    ...log,
    use: 'logReconciliation: of others, with a finding of one’s own',
    at: BETA,
    seenAt: SHARED,
    call: (context, ids) =>
      logReconciliation(context, verdictOf(ids.sharedAccount, ids.sharedVersion, [findingFor('ALU', 'NYT')])),
  },
  {
    ...approve,
    use: 'approveReconciliations',
    call: async (context, ids) =>
      refusalIn(await approveReconciliations(context, only(ids.account, ids.accountVersion))),
  },
  {
    ...approve,
    at: BETA,
    seenAt: SHARED,
    use: 'approveReconciliations: of others, with a finding of one’s own',
    call: async (context, ids) =>
      refusalIn(await approveReconciliations(context, only(ids.sharedAccount, ids.sharedVersion))),
  },
  {
    ...approve,
    use: 'returnReconciliations',
    call: async (context, ids) =>
      refusalIn(await returnReconciliations(context, { ...only(ids.account, ids.accountVersion), reason })),
  },
  {
    ...log,
    use: 'submitReconciliations',
    call: async (context, ids) =>
      refusalIn(await submitReconciliations(context, only(ids.draftAccount, ids.draftVersion))),
  },
  {
    ...log,
    use: 'takeBackReconciliations',
    call: async (context, ids) =>
      refusalIn(await takeBackReconciliations(context, only(ids.ownAccount, ids.ownVersion))),
  },
  {
    ...log,
    use: 'takeBackSettlement',
    call: (context, ids) => takeBackSettlement(context, { ...draftPlace(ids), settlementId: ids.settlement, reason }),
  },
  {
    ...log,
    use: 'resumeStep',
    call: (context, ids) => resumeStep(context, { ...draftPlace(ids), stepKey: ids.doneStepKey, reason }),
  },
  {
    does: 'write',
    by: 'comment',
    at: ALFA,
    use: 'addComment',
    call: (context, ids) => addComment(context, { ...comment, account: ids.account, committee: null }),
  },
  {
    does: 'write',
    by: 'comment',
    at: SHARED,
    use: 'addComment: to one’s own finding on an account of others',
    call: (context, ids) => addComment(context, { ...comment, account: ids.sharedAccount, committee: 'ALU' }),
  },
  {
    does: 'write',
    by: 'comment',
    at: BETA,
    use: 'addComment: to a finding of others',
    call: (context, ids) => addComment(context, { ...comment, account: PARTLY_SEEN, committee: ids.otherCommittee }),
  },
  {
    ...log,
    use: 'settleItem',
    call: (context, ids) =>
      settleItem(context, {
        periodId: PERIOD,
        account: ids.account,
        committee: 'ALU',
        itemKey: ids.itemKey,
        kind: 'settled',
        date: '2023-12-15',
        amount: 50_000n,
        voucher: 'B1',
        reason,
      }),
  },
  {
    ...log,
    use: 'finishStep',
    call: (context, ids) => finishStep(context, { ...stepOf(ids), on: '2024-02-01' }),
  },
  { ...log, use: 'dropStep', call: (context, ids) => dropStep(context, { ...stepOf(ids), reason }) },
  {
    ...log,
    use: 'moveDeadline',
    call: (context, ids) => moveDeadline(context, { ...stepOf(ids), to: '2024-09-30', reason }),
  },
];
