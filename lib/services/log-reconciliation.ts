import { accountDraftPlace, removeDraft } from '#lib/db/drafts.ts';
import { findVersion } from '#lib/db/reconciliations.ts';
import { type Account, isSeparate } from '#lib/domain/account.ts';
import { worstCategory } from '#lib/domain/category.ts';
import { missingParts } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { withoutSettled } from '#lib/domain/settlement.ts';
import { narrowState, placeOfAccount } from '#lib/domain/visibility.ts';
import type { Status } from '#lib/domain/workflow.ts';
import { type LoggedReconciliation, logReconciliationInput } from '#lib/schemas/reconciliation.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, type Problem, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { settleVerdict, type Verdict, writeVerdicts } from './write-verdicts.ts';

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
    await removeDraft(tx, acting.actor.personId, accountDraftPlace({ periodId: period.id, account: account.number }));
    const stated = toReconciliation(account, { ...parsed.value, findings });
    const change = settleVerdict(stated, before, { submit: parsed.value.submit, acting, at });
    if (change === null) {
      const status = before?.workflow.status ?? 'draft';
      return done({ version: parsed.value.version, savedAt: at, status });
    }
    await writeVerdicts(tx, period.id, [change], at);
    const { version } = await findVersion(tx, period.id, account.number);
    return done({ version, savedAt: at, status: change.after.workflow.status });
  }, isDone);
}

function toReconciliation(account: Account, input: LoggedReconciliation): Verdict {
  return {
    account: account.number,
    category: worstCategory(input.findings),
    documentedBalance: input.documentedBalance,
    method: input.method,
    reconciledOn: input.reconciledOn,
    initials: input.initials,
    balance: account.balance,
    findings: input.findings.toSorted((left, right) => (left.committee < right.committee ? -1 : 1)),
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
