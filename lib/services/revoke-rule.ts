import { recordEvents } from '#lib/db/audit.ts';
import { listRuleRuns, listTakenBack, type RuleRunRow } from '#lib/db/auto-rules.ts';
import { insertChangeSet, markUndone } from '#lib/db/change-sets.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { narrowState, placeOfAccount } from '#lib/domain/visibility.ts';
import { revokeRuleInput } from '#lib/schemas/rules.ts';
import { toComparable } from '#lib/schemas/stored.ts';
import { reasonOf } from './apply-rules.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { writeKeptRule } from './write-kept-rule.ts';
import { writeVerdicts } from './write-verdicts.ts';

/** An account that a rule logged and that stays as it is, and why. */
interface LeftToPeople {
  account: string;
  name: string;
  why: 'approved' | 'changed' | 'not-allowed';
  /** Who approved or changed it last. */
  by: string;
}

export interface Revoked {
  /** How many accounts are not begun again. */
  takenBack: number;
  left: LeftToPeople[];
}

/**
 * Takes back what a rule logged in a period, in one run or in all of them: the accounts are not begun again. What was
 * approved, or what somebody has made their own since, stays, and the answer says so.
 */
export async function revokeRule(context: Context, input: unknown): Promise<Result<Revoked>> {
  const { actor } = context;
  const parsed = parseInput(revokeRuleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, changeSetId } = parsed.value;
  return writeKeptRule(parsed.value, context, async (tx, { rule, acting, state }) => {
    const closed = refusalOf(state.periodStatus, false);
    if (closed) return refused([problem(closed)]);
    const all = await listRuleRuns(tx, periodId, ruleId);
    const runs = changeSetId === null ? all : all.filter(({ id }) => id === changeSetId);
    if (runs.length === 0) return refused([problem('rule-nothing-logged')]);

    const names = new Map(narrowState(state, actor).accounts.map(({ number, name }) => [number, name]));
    const versions = await listVersions(tx, periodId);
    const at = new Date().toISOString();
    const left: LeftToPeople[] = [];
    let takenBack = 0;
    for (const run of runs) {
      const earlier = await listTakenBack(tx, [run.id]);
      const taken: Reconciliation[] = [];
      for (const account of run.own) {
        const own = state.reconciliations.get(account);
        const name = names.get(account);
        if (name === undefined || own === undefined || (earlier.has(account) && !isStillOf(own, run))) continue;
        const isAllowed = may(actor, 'log', placeOfAccount(state.responsibilities.get(account)));
        const by = versions.get(account)?.updatedBy ?? '';
        if (own.workflow.status === 'approved') left.push({ account, name, why: 'approved', by });
        else if (!isStillOf(own, run)) left.push({ account, name, why: 'changed', by });
        else if (!isAllowed) left.push({ account, name, why: 'not-allowed', by: '' });
        else taken.push(own);
      }
      if (taken.length === 0) continue;
      takenBack += taken.length;
      await takeBack(
        tx,
        { acting, periodId, run, taken, reason: reasonOf({ name: rule.name, version: run.version }) },
        at,
      );
    }
    if (takenBack === 0 && left.length === 0) return refused([problem('rule-nothing-logged')]);
    await recordEvents(tx, acting, at, [
      {
        action: 'revoke',
        subject: 'rule',
        subjectId: String(ruleId),
        periodId,
        importId: null,
        before: null,
        after: { name: rule.name, version: rule.version, takenBack, leftToPeople: left.length },
      },
    ]);
    return done({ takenBack, left });
  });
}

interface TakingBack {
  acting: Acting;
  periodId: string;
  run: RuleRunRow;
  taken: readonly Reconciliation[];
  reason: string;
}

async function takeBack(tx: WriteDb, { acting, periodId, run, taken, reason }: TakingBack, at: string): Promise<void> {
  await writeVerdicts(
    tx,
    periodId,
    taken.map((before) => ({
      before,
      after: null,
      acting,
      told: [{ action: 'undo', subject: 'reconciliation', before, after: null, reason }],
      drops: true,
      deadlineReason: '',
    })),
    at,
  );
  const rule = { id: run.ruleId, version: run.version };
  const undone = await insertChangeSet(
    tx,
    { periodId, kind: 'undo', maker: acting.actor, at, undoes: run.id, rule },
    taken.map((before) => ({
      subject: 'reconciliation',
      account: before.account,
      before: toComparable(before),
      after: null,
      version: 0,
    })),
  );
  await markUndone(tx, run.id, undone);
}

/** Whether the verdict is still the rule's: nobody has logged it anew, and nobody but the rule's keeper had a hand in it. */
function isStillOf({ origin, rule, workflow }: Reconciliation, run: RuleRunRow): boolean {
  return origin === 'rule' && rule?.id === run.ruleId && workflow.preparers.length === 1;
}
