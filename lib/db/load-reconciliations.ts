import type { Method, Reconciliation } from '#lib/domain/account.ts';
import type { Category, FindingCategory } from '#lib/domain/category.ts';
import type { PlanStep, StepOutcome } from '#lib/domain/finding.ts';
import type { Approval, Status, Workflow } from '#lib/domain/workflow.ts';
import { readNote, readPreparers, readRuleMark } from '#lib/schemas/stored.ts';
import type { ReadDb, WriteDb } from './store.ts';

/**
 * The verdicts of a period by account. Each table is read whole by its period: a client that gathered the children of
 * a few thousand parents would ask for each by a parameter of its own, of which the database takes only so many.
 * @param account that account's alone
 */
export async function loadReconciliations(
  db: ReadDb | WriteDb,
  periodId: string,
  account?: string,
): Promise<Map<string, Reconciliation>> {
  const where = account === undefined ? { periodId } : { periodId, accountNumber: account };
  const ofFinding = { where: { finding: where }, orderBy: { position: 'asc' } } as const;
  const [rows, approvals, findings, items, steps] = await Promise.all([
    db.reconciliation.findMany({ where }),
    db.approval.findMany({ where, orderBy: [{ at: 'asc' }, { personId: 'asc' }] }),
    db.finding.findMany({ where, orderBy: { committeeCode: 'asc' } }),
    db.item.findMany(ofFinding),
    db.planStep.findMany(ofFinding),
  ]);
  const approvalsOf = Map.groupBy(approvals, (row) => row.accountNumber);
  const itemsOf = Map.groupBy(items, (row) => row.findingId);
  const stepsOf = Map.groupBy(steps, (row) => row.findingId);
  const byAccount = new Map<string, Reconciliation>(
    rows.map((row) => [
      row.accountNumber,
      {
        account: row.accountNumber,
        category: row.category as Category,
        documentedBalance: row.documentedBalance,
        method: row.method as Method | null,
        reconciledOn: row.reconciledOn,
        initials: row.initials,
        balance: row.balance,
        origin: row.origin as Reconciliation['origin'],
        findings: [],
        ...(row.rule !== null && { rule: readRuleMark(row.rule) }),
        workflow: readWorkflow(row, (approvalsOf.get(row.accountNumber) ?? []).map(toApproval)),
      },
    ]),
  );
  for (const row of findings) {
    byAccount.get(row.accountNumber)?.findings.push({
      committee: row.committeeCode,
      category: row.category as FindingCategory,
      responsible: row.responsible,
      theme: row.theme,
      problem: row.problem,
      items: (itemsOf.get(row.id) ?? []).map(({ postingDate, text, amount, key }) => ({
        postingDate,
        text,
        amount,
        key,
      })),
      steps: (stepsOf.get(row.id) ?? []).map(toStep),
    });
  }
  return byAccount;
}

interface ApprovalRow {
  personId: string;
  personName: string;
  onBehalfOf: string | null;
  at: string;
}

function toApproval({ personId, personName, onBehalfOf, at }: ApprovalRow): Approval {
  return { personId, name: personName, onBehalfOf, at };
}

interface WorkflowRow {
  status: string;
  preparers: string;
  submittedAt: string | null;
  note: string | null;
}

function readWorkflow({ status, preparers, submittedAt, note }: WorkflowRow, approvals: Approval[]): Workflow {
  return {
    status: status as Status,
    preparers: readPreparers(preparers),
    submittedAt,
    approvals,
    note: note === null ? null : readNote(note),
  };
}

interface StepRow {
  activity: string;
  deadline: string | null;
  consequence: string;
  key: string;
  originalDeadline: string | null;
  state: string;
  stateOn: string | null;
  stateReason: string;
}

function toStep({
  activity,
  deadline,
  consequence,
  key,
  originalDeadline,
  state,
  stateOn,
  stateReason,
}: StepRow): PlanStep {
  const step: PlanStep = { activity, deadline, consequence, key, originalDeadline };
  if (state === 'open') return step;
  return { ...step, outcome: { state: state as StepOutcome['state'], on: stateOn ?? '', reason: stateReason } };
}
