import { countAttachments } from '#lib/db/documents.ts';
import { findEarlierPeriod } from '#lib/db/earlier-period.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import { readTwoApproversAbove } from '#lib/db/settings.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { followUp, olderPart } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { oneYearBefore, type Period, type PeriodStatus } from '#lib/domain/period.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { approvalsRequired, isOthersWork } from '#lib/domain/workflow.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { actingsFor } from './authorise.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** One line of *Godkendelse*: a reconciliation that waits for the actor's approval. Amounts in øre. */
export interface ApprovalRow {
  account: string;
  name: string;
  committee: string;
  category: Category;
  balance: Ore;
  /** What the account had in the period before; null where it was not there, or had no verdict. */
  previousBalance: Ore | null;
  previousCategory: Category | null;
  change: Ore | null;
  /** Balance less what it was held against; null where that is not known. */
  deviation: Ore | null;
  followUp: Ore;
  older: Ore;
  findings: number;
  sentOn: IsoDate | null;
  /** Names, also of those whose place a substitute took. */
  preparers: string;
  documents: number;
  given: number;
  required: 1 | 2;
  version: number;
}

export interface ApprovalList {
  period: Period;
  status: PeriodStatus;
  /** What the period is compared with; null where there is none before it. */
  earlier: Period | null;
  rows: ApprovalRow[];
  /** How many wait at the actor's places that they cannot approve, since they or those they stand in for had a hand in them. */
  own: number;
  /** How many there have one approval, the actor's, and wait for another person's. */
  waitingForAnother: number;
}

/** What waits for the actor's approval in a period; null where there is no such period or the actor approves nowhere. */
export async function listApprovals(context: Context, periodId: string): Promise<ApprovalList | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period || !maySomewhere(actor, 'approve')) return null;
  // Versions first: what changes in between makes an approval be refused, never approve what was not seen.
  const versions = await listVersions(store.read, periodId);
  const [state, earlier, names, documents, limit] = await Promise.all([
    readVisibleState(context, period),
    findEarlierPeriod(store.read, periodId),
    listPersonNames(store.read),
    countAttachments(store.read, periodId),
    readTwoApproversAbove(store.read),
  ]);
  const before = earlier && (await readVisibleState(context, earlier));
  const accountsBefore = new Map(before?.accounts.map((account) => [account.number, account]));
  const older = oneYearBefore(period.balanceDate);
  const rows: ApprovalRow[] = [];
  let [own, waitingForAnother] = [0, 0];
  for (const { number, name, balance } of state.accounts) {
    const reconciliation = state.reconciliations.get(number);
    if (reconciliation?.workflow.status !== 'submitted') continue;
    const responsibility = state.responsibilities.get(number);
    const actings = actingsFor(actor, 'approve', placeOfAccount(responsibility));
    if (actings.length === 0) continue;
    const { workflow, findings, documentedBalance } = reconciliation;
    if (!actings.some((acting) => isOthersWork(workflow, acting))) {
      if (workflow.approvals.some(({ personId }) => personId === actor.personId)) waitingForAnother += 1;
      else own += 1;
      continue;
    }
    const previousBalance = accountsBefore.get(number)?.balance ?? null;
    rows.push({
      account: number,
      name,
      committee: responsibility?.committee ?? '',
      category: reconciliation.category,
      balance,
      previousBalance,
      previousCategory: before?.reconciliations.get(number)?.category ?? null,
      change: previousBalance === null ? null : balance - previousBalance,
      deviation: documentedBalance === null ? null : balance - documentedBalance,
      followUp: sum(findings.map(followUp)),
      older: sum(findings.map((finding) => olderPart(finding, older))),
      findings: findings.length,
      sentOn: workflow.submittedAt === null ? null : danishDate(new Date(workflow.submittedAt)),
      preparers: namesOf(reconciliation, names),
      documents: documents.get(number) ?? 0,
      given: workflow.approvals.length,
      required: approvalsRequired(reconciliation, limit),
      version: versions.get(number)?.version ?? 0,
    });
  }
  return { period, status: state.periodStatus, earlier, rows, own, waitingForAnother };
}

/** Who had a hand in it, by name; whoever is no person of the system by their id. */
function namesOf({ workflow }: Pick<Reconciliation, 'workflow'>, names: ReadonlyMap<string, string>): string {
  return workflow.preparers.map((id) => names.get(id) ?? id).join(', ');
}
