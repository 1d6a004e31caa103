import { recordEvents } from '#lib/db/audit.ts';
import { createNotices } from '#lib/db/notices.ts';
import { findVersion, replaceReconciliations } from '#lib/db/reconciliations.ts';
import { type Account, isSeparate, type Reconciliation } from '#lib/domain/account.ts';
import { type Acting, handsOf } from '#lib/domain/actor.ts';
import { actionOf } from '#lib/domain/audit.ts';
import { worstCategory } from '#lib/domain/category.ts';
import { missingParts } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { withoutSettled } from '#lib/domain/settlement.ts';
import { narrowState, placeOfAccount } from '#lib/domain/visibility.ts';
import { drafted, type Status, submitted, type Workflow, type WorkflowNote } from '#lib/domain/workflow.ts';
import { type LoggedReconciliation, logReconciliationInput } from '#lib/schemas/reconciliation.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, type Problem, problem, type Result, refused } from './context.ts';
import { droppedNotices } from './dropped-notices.ts';
import { keepKeys } from './keep-keys.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { recordDeadlineMoves } from './record-deadline-moves.ts';

/**
 * Logs what an account's balance was held against and the verdict: category 1, or findings with items and plans
 * (product.md, rule 3). All of it is stored with its event, or nothing.
 * @returns the new version, or the problems by field
 */
export async function logReconciliation(
  context: Context,
  input: unknown,
): Promise<Result<{ version: number; savedAt: string; status: Status }>> {
  const { store } = context;
  const parsed = parseInput(logReconciliationInput, input);
  if (!parsed.ok) return parsed;
  const period = await findPeriod(store, parsed.value.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const account = narrowState(state, context.actor).accounts.find((one) => one.number === parsed.value.account);
    if (!account) return refused([problem('unknown-account', 'account')]);
    const acting = actingFor(context, 'log', placeOfAccount(state.responsibilities.get(account.number)));
    if (!acting) return refused([problem('not-allowed')]);
    const before = state.reconciliations.get(account.number) ?? null;
    const closed = refusalOf(state.periodStatus, before === null);
    if (closed) return refused([problem(closed)]);
    const stored = await findVersion(tx, period.id, account.number);
    if (stored.version !== parsed.value.version) {
      return refused([problem('changed-by-another', '', { person: stored.updatedBy })]);
    }
    const findings = withoutSettled(parsed.value.findings, before?.findings ?? []);
    const problems = [
      ...findProblems(state, account, parsed.value),
      ...findAllSettled(parsed.value.findings, findings),
    ];
    if (problems.length > 0) return refused(problems);

    const at = new Date().toISOString();
    const after = keepKeys(toReconciliation(account, { ...parsed.value, findings }, before), before);
    const isSame = before !== null && toStored(before) === toStored({ ...after, origin: before.origin });
    const workflow = nextWorkflow(before, isSame, parsed.value.submit, acting, at);
    if (before && workflow === before.workflow) {
      return done({ version: parsed.value.version, savedAt: at, status: workflow.status });
    }
    const saved = { ...after, origin: isSame ? before.origin : after.origin, workflow };
    await replaceReconciliations(tx, period.id, [{ id: account.number, after: saved }], acting.actor, at);
    await recordDeadlineMoves(tx, period.id, [{ before, after: saved }], acting, at);
    await recordEvents(tx, acting, at, [
      {
        action: isSame ? 'submit' : actionOf(before, saved),
        subject: 'reconciliation',
        subjectId: account.number,
        periodId: period.id,
        importId: null,
        before,
        after: saved,
      },
    ]);
    if (before && !isSame) await createNotices(tx, droppedNotices(period.id, before, acting.actor, at));
    return done({ version: parsed.value.version + 1, savedAt: at, status: workflow.status });
  }, isDone);
}

/**
 * Where a save leaves the reconciliation. Any change makes the saver a preparer and drops what others have approved
 * (product.md, rules 4 and 5); a save that changes nothing leaves the workflow, the very same object, as it was.
 */
function nextWorkflow(
  before: Reconciliation | null,
  isSame: boolean,
  submit: boolean,
  acting: Acting,
  at: string,
): Workflow {
  const was = before?.workflow ?? null;
  const isUnderway = was?.status === 'submitted' || was?.status === 'approved';
  if (was !== null && isSame && (!submit || isUnderway)) return was;
  const preparers = [...(was?.preparers ?? []), ...handsOf(acting)];
  const note: WorkflowNote | null = isUnderway ? { kind: 'changed', by: acting.actor.name, at } : null;
  return submit ? { ...submitted(preparers, at), note } : drafted(preparers, note);
}

function toReconciliation(
  account: Account,
  input: LoggedReconciliation,
  before: Reconciliation | null,
): Reconciliation {
  return {
    account: account.number,
    category: worstCategory(input.findings),
    documentedBalance: input.documentedBalance,
    method: input.method,
    reconciledOn: input.reconciledOn,
    initials: input.initials,
    balance: account.balance,
    origin: 'screen',
    findings: input.findings.toSorted((left, right) => (left.committee < right.committee ? -1 : 1)),
    workflow: before?.workflow ?? drafted([]),
  };
}

function findProblems(state: MunicipalityState, account: Account, input: LoggedReconciliation): Problem[] {
  if (isSeparate(account, state.responsibilities.get(account.number)))
    return [problem('reconciled-separately', 'account')];
  if (!input.needsFollowUp) {
    return input.findings.length > 0 ? [problem('category-1-with-follow-up', 'needsFollowUp')] : [];
  }
  if (input.findings.length === 0) return [problem('no-finding', 'findings')];
  const committees = new Set(state.committees.map((committee) => committee.code));
  const seen = new Set<string>();
  return input.findings.flatMap((finding, index) => {
    const at = `findings.${index}`;
    const problems: Problem[] = [];
    if (!committees.has(finding.committee)) problems.push(problem('unknown-committee', `${at}.committee`));
    if (seen.has(finding.committee)) problems.push(problem('committee-twice', `${at}.committee`));
    seen.add(finding.committee);
    for (const [position, item] of finding.items.entries()) {
      if (item.postingDate > state.period.balanceDate) {
        problems.push(problem('after-balance-date', `${at}.items.${position}.postingDate`));
      }
    }
    for (const part of missingParts(finding)) problems.push(problem(`missing-${part}`, `${at}.${FIELD_OF[part]}`));
    return problems;
  });
}

/** A finding of which everything is settled is no finding any more. */
function findAllSettled(stated: LoggedReconciliation['findings'], left: LoggedReconciliation['findings']): Problem[] {
  return stated.flatMap(({ items }, index) =>
    items.length > 0 && left[index]?.items.length === 0
      ? [problem('all-settled', `findings.${index}.${FIELD_OF.item}`)]
      : [],
  );
}

/** The field in which a missing part is to be given. */
const FIELD_OF = {
  item: 'items.0.postingDate',
  responsible: 'responsible',
  activity: 'steps.0.activity',
  deadline: 'steps.0.deadline',
  consequence: 'steps.0.consequence',
} as const;
