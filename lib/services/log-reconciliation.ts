import { recordEvents } from '#lib/db/audit.ts';
import { findVersion, replaceReconciliations } from '#lib/db/reconciliations.ts';
import { type Account, isSeparate, type Reconciliation } from '#lib/domain/account.ts';
import { actionOf } from '#lib/domain/audit.ts';
import { worstCategory } from '#lib/domain/category.ts';
import { missingParts } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type LogReconciliationInput, logReconciliationInput } from '#lib/schemas/reconciliation.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { type Context, done, isDone, type Problem, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/**
 * Logs what an account's balance was held against and the verdict: category 1, or findings with items and plans
 * (product.md, rule 3). All of it is stored with its event, or nothing.
 * @returns the new version, or the problems by field
 */
export async function logReconciliation(
  { store, actor }: Context,
  input: unknown,
): Promise<Result<{ version: number; savedAt: string }>> {
  const parsed = parseInput(logReconciliationInput, input);
  if (!parsed.ok) return parsed;
  const period = await findPeriod(store, parsed.value.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const account = state.accounts.find((one) => one.number === parsed.value.account);
    if (!account) return refused([problem('unknown-account', 'account')]);
    const stored = await findVersion(tx, period.id, account.number);
    if (stored.version !== parsed.value.version) {
      return refused([problem('changed-by-another', '', { person: stored.updatedBy })]);
    }
    const problems = findProblems(state, account, parsed.value);
    if (problems.length > 0) return refused(problems);

    const before = state.reconciliations.get(account.number) ?? null;
    const after = toReconciliation(account, parsed.value);
    const at = new Date().toISOString();
    if (before && toStored(before) === toStored({ ...after, origin: before.origin })) {
      return done({ version: parsed.value.version, savedAt: at });
    }
    await replaceReconciliations(tx, period.id, [{ id: account.number, after }], actor, at);
    await recordEvents(tx, actor, at, [
      {
        action: actionOf(before, after),
        subject: 'reconciliation',
        subjectId: account.number,
        periodId: period.id,
        importId: null,
        before,
        after,
      },
    ]);
    return done({ version: parsed.value.version + 1, savedAt: at });
  }, isDone);
}

function toReconciliation(account: Account, input: LogReconciliationInput): Reconciliation {
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
  };
}

function findProblems(state: MunicipalityState, account: Account, input: LogReconciliationInput): Problem[] {
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

/** The field in which a missing part is to be given. */
const FIELD_OF = {
  item: 'items.0.postingDate',
  responsible: 'responsible',
  activity: 'steps.0.activity',
  deadline: 'steps.0.deadline',
  consequence: 'steps.0.consequence',
} as const;
