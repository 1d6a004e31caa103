import type { Finding } from '#lib/domain/finding.ts';
import { narrowState, placeOfCommittee } from '#lib/domain/visibility.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { readPlanWorkbook } from '#lib/import/plan-workbook/read-plan-workbook.ts';
import { planCollectInput } from '#lib/schemas/plan-workbook.ts';
import { actingFor } from './authorise.ts';
import { type ChangeTarget, changeAccounts } from './change-accounts.ts';
import { comparePlanWorkbook, planEdits } from './compare-plan-workbook.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toPlanChange } from './plan-change.ts';
import { findPlanCommittee } from './plan-workbook-rows.ts';
import { digestOf, type HandedWorkbook } from './preview-plan-workbook.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/**
 * Takes action plans home from a workbook, as its preview showed them: all of them in one transaction as one change set,
 * or none. Amounts, items and categories are never touched by it.
 */
export async function collectPlanWorkbook(
  context: Context,
  input: unknown,
  file: HandedWorkbook,
): Promise<Result<{ changeSet: number | null; changed: string[] }>> {
  const parsed = parseInput(planCollectInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, committee, digest, chosen, reason } = parsed.value;
  const period = await findPeriod(context.store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  // Asked again inside the transaction; here it spares reading what could not be stored anyway.
  const found = findPlanCommittee(context, await readVisibleState(context, period), committee);
  if ('path' in found) return refused([found]);
  const sheet = await readPlanWorkbook(file.name, file.bytes);
  const asked = { periodId, committee, today: danishDate(new Date()) };
  const result = await changeAccounts(context, {
    periodId,
    kind: 'collect-plans',
    allOrNothing: true,
    authorise: (state) => actingFor(context, 'collectPlans', placeOfCommittee(committee, state.administrations)),
    plan: async (_tx, state) => {
      const visible = narrowState(state, context.actor);
      const still = findPlanCommittee(context, visible, committee);
      if ('path' in still) return still;
      if (digestOf(comparePlanWorkbook(visible, sheet, asked), visible) !== digest)
        return problem('changed-since-preview');
      const edits = planEdits(visible, sheet, asked, new Set(chosen));
      return [...edits].map(([account, edit]) => ({
        account,
        subject: 'reconciliation' as const,
        decide: (target: ChangeTarget) =>
          toPlanChange(mergeInto(target, edit.findings, committee), target, edit.reason || reason),
      }));
    },
  });
  if (!result.ok) return result;
  const { changeSet, changed, refused: denied } = result.value;
  const [first] = denied;
  if (first) return refused([{ ...first.problem, params: { ...first.problem.params, account: first.account } }]);
  return done({ changeSet, changed });
}

/** The account's findings, others' as they stand, with the committee's own as the workbook has it. */
function mergeInto({ before }: ChangeTarget, edited: readonly Finding[], committee: string): Finding[] {
  const own = edited.find((finding) => finding.committee === committee);
  return (before?.findings ?? []).map((finding) => (own && finding.committee === committee ? own : finding));
}
