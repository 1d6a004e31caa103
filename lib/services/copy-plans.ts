import { findEarlierPeriod } from '#lib/db/earlier-period.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { narrowState } from '#lib/domain/visibility.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { type CopyPlansInput, copyPlansInput } from '#lib/schemas/bulk.ts';
import { type ChangeTarget, changeAccounts, type ManyChanged, type Steering } from './change-accounts.ts';
import { type Context, type Problem, problem, type Result, refused } from './context.ts';
import { openSteps } from './open-steps.ts';
import { parseInput } from './parse-input.ts';
import { readState } from './read-state.ts';
import { settleVerdict, type VerdictChange } from './write-verdicts.ts';

/**
 * Lets findings take over what their plan was in the period before (responsible, theme, problem, open steps), as far as
 * they have none of it yet. Deadlines that have passed are left blank: they want a new one.
 */
export async function copyPlans(context: Context, input: unknown, steering?: Steering): Promise<Result<ManyChanged>> {
  const parsed = parseInput(copyPlansInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, findings, allOrNothing } = parsed.value;
  if (!maySomewhere(context.actor, 'log')) return refused([problem('not-allowed')]);
  const earlier = await findEarlierPeriod(context.store.read, periodId);
  const known = earlier && narrowState(await readState(context.store, earlier), context.actor);
  return changeAccounts(context, {
    periodId,
    kind: 'copy-plan',
    allOrNothing,
    steering,
    plan: async () =>
      [...Map.groupBy(findings, ({ account }) => account)].map(([account, wanted]) => ({
        account,
        subject: 'reconciliation' as const,
        decide: (target: ChangeTarget) => copyInto(wanted, target, known),
      })),
  });
}

function copyInto(
  wanted: CopyPlansInput['findings'],
  target: ChangeTarget,
  earlier: MunicipalityState | null,
): VerdictChange | Problem | null {
  const { account, before, version, updatedBy, state, acting, at } = target;
  const committees = new Set(wanted.map(({ committee }) => committee));
  const own = (before?.findings ?? []).filter(({ committee }) => committees.has(committee));
  if (before === null || own.length < committees.size) return problem('unknown-finding');
  if (wanted.some((one) => one.version !== version)) return problem('changed-meanwhile', '', { person: updatedBy });
  const today = danishDate(new Date());
  const isToCome = (deadline: IsoDate | null) =>
    deadline !== null && deadline > today && deadline > state.period.balanceDate;
  const plans = new Map(
    (earlier?.reconciliations.get(account.number)?.findings ?? []).map((finding) => [finding.committee, finding]),
  );
  if (!own.some(({ committee }) => plans.has(committee))) return problem('no-earlier-plan');
  const findings = before.findings.map((finding) => {
    const plan = committees.has(finding.committee) ? plans.get(finding.committee) : undefined;
    return plan ? takeOver(finding, plan, isToCome) : finding;
  });
  const { origin: _, rule: __, workflow: ___, ...stated } = before;
  return settleVerdict({ ...stated, findings }, before, { submit: false, acting, at }) ?? problem('plan-there');
}

function takeOver(finding: Finding, plan: Finding, isToCome: (deadline: IsoDate | null) => boolean): Finding {
  const steps = openSteps(plan).map(({ activity, deadline, consequence }) => ({
    activity,
    deadline: isToCome(deadline) ? deadline : null,
    consequence,
  }));
  return {
    ...finding,
    responsible: finding.responsible || plan.responsible,
    theme: finding.theme || plan.theme,
    problem: finding.problem || plan.problem,
    steps: finding.steps.length > 0 ? finding.steps : steps,
  };
}
