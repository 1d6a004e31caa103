import { type ChangeSetEntry, findChangeSet, followRestored, markUndone, type Restored } from '#lib/db/change-sets.ts';
import { isSeparate, type Reconciliation } from '#lib/domain/account.ts';
import { handsOf } from '#lib/domain/actor.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { narrowState, placeOfAccount, placeOfCommittee } from '#lib/domain/visibility.ts';
import { drafted, followedUpBy, restoredBy, type Workflow } from '#lib/domain/workflow.ts';
import { changeSetInput } from '#lib/schemas/bulk.ts';
import { readStoredAssignment, readStoredReconciliation, toComparable } from '#lib/schemas/stored.ts';
import { actingFor } from './authorise.ts';
import { type ChangeTarget, changeAccounts, documentOf, type Intent, type ManyChanged } from './change-accounts.ts';
import { type Context, type Problem, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import type { VerdictChange } from './write-verdicts.ts';

/**
 * Takes back what the actor changed at once, as a change set of its own: taking that one back does it again. Each thing
 * comes back as it was if it still stands as they left it; what others have changed since stays, and is told. What
 * others had approved waits for them anew.
 */
export async function undoChangeSet(context: Context, input: unknown): Promise<Result<ManyChanged>> {
  const parsed = parseInput(changeSetInput, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const set = await findChangeSet(context.store.read, id);
  if (set?.personId !== context.actor.personId) return refused([problem('unknown-change-set')]);
  return changeAccounts(context, {
    periodId: set.periodId,
    kind: 'undo',
    undoes: id,
    allOrNothing: false,
    authorise: (state, account) => {
      const entry = set.entries.find((one) => one.subject === 'reconciliation' && one.account === account);
      return entry ? actingForVerdict(context, state, entry) : null;
    },
    plan: async (tx, state) => {
      const current = await findChangeSet(tx, id);
      const visible = new Set(narrowState(state, context.actor).accounts.map(({ number }) => number));
      if (!current?.entries.some(({ account }) => visible.has(account))) return problem('unknown-change-set');
      if (current.undoneBy !== null) return problem('already-undone');
      return current.entries.map(toIntent);
    },
    follow: async (tx, changeSet, entries) => {
      await markUndone(tx, id, changeSet);
      const undone = new Map(set.entries.map((entry) => [keyOf(entry), entry]));
      await followRestored(
        tx,
        set.periodId,
        entries.flatMap((entry) => toRestored(entry, undone.get(keyOf(entry)))),
      );
    },
  });
}

const keyOf = ({ subject, account }: ChangeSetEntry) => `${subject} ${account}`;

/** By which right a verdict comes back: that of whoever logs it or, where nothing but plans changed, of whoever collects those. */
function actingForVerdict(context: Context, state: MunicipalityState, { account, before, after }: ChangeSetEntry) {
  const own = actingFor(context, 'log', placeOfAccount(state.responsibilities.get(account)));
  if (own !== null || before === null || after === null) return own;
  const committees = changedPlans(readStoredReconciliation(before), readStoredReconciliation(after));
  const actings = (committees ?? []).map((committee) =>
    actingFor(context, 'collectPlans', placeOfCommittee(committee, state.administrations)),
  );
  return actings.every((acting) => acting !== null) ? (actings[0] ?? null) : null;
}

/** The committees whose plans differ between two verdicts; null where anything else does. */
function changedPlans(before: Reconciliation, after: Reconciliation): string[] | null {
  if (withoutPlans(before) !== withoutPlans(after)) return null;
  return after.findings
    .filter((finding, index) => {
      const was = before.findings[index];
      return JSON.stringify(was && plansOf(was)) !== JSON.stringify(plansOf(finding));
    })
    .map(({ committee }) => committee);
}

const plansOf = ({ problem: text, responsible, steps }: Finding) => [text, responsible, steps];

function withoutPlans(one: Reconciliation): string {
  const { rule: _, ...stated } = one;
  return toComparable({
    ...stated,
    origin: 'screen',
    workflow: drafted([]),
    findings: one.findings.map((finding) => ({ ...finding, problem: '', responsible: '', steps: [] })),
  });
}

/** What stands again as it had been left before the change that was taken back. */
function toRestored({ subject, account, after, version }: ChangeSetEntry, undone?: ChangeSetEntry): Restored[] {
  const left = undone?.before ?? null;
  return left === null || after === null ? [] : [{ subject, account, left, now: after, version }];
}

function toIntent(entry: ChangeSetEntry): Intent {
  const { account, subject } = entry;
  if (subject === 'reconciliation') return { account, subject, decide: (target) => restoreVerdict(entry, target) };
  return {
    account,
    subject,
    decide: ({ assignment }) => {
      if (documentOf(assignment) !== entry.after) return problem('assigned-meanwhile');
      return { after: entry.before === null ? null : readStoredAssignment(entry.before) };
    },
  };
}

function restoreVerdict(entry: ChangeSetEntry, target: ChangeTarget): VerdictChange | Problem {
  const { before: now, version, updatedBy, acting } = target;
  const left = entry.after === null ? null : readStoredReconciliation(entry.after);
  if (version !== entry.version || documentOf(now) !== entry.after) {
    return problem('changed-meanwhile', '', { person: updatedBy });
  }
  const was = entry.before === null ? null : readStoredReconciliation(entry.before);
  if (was !== null && isSeparate(target.account, target.responsibility)) return problem('reconciled-separately');
  const after = was && { ...was, workflow: workflowOf(was, left, target) };
  return {
    before: now,
    after,
    acting,
    told: [{ action: 'undo', subject: 'reconciliation', before: now, after }],
    drops: after?.workflow.status !== now?.workflow.status,
    deadlineReason: '',
  };
}

/** What was sent for approval does not come back as sent where the balance has changed since. */
function workflowOf(was: Reconciliation, left: Reconciliation | null, target: ChangeTarget): Workflow {
  const { before: now, account, acting, at } = target;
  const hands = handsOf(acting);
  if (now !== null && left !== null && isSamePlanElsewhen(was, left)) return followedUpBy(now.workflow, hands);
  const workflow = restoredBy(was.workflow, now?.workflow ?? null, hands, acting.actor.name, at);
  return workflow.status === 'submitted' && was.balance !== account.balance ? toDraft(workflow) : workflow;
}

const toDraft = ({ preparers, note }: Workflow): Workflow => drafted(preparers, note);

/** Whether steps were only moved, done or dropped between the two: following a plan up leaves approvals (docs/adr/0010). */
function isSamePlanElsewhen(was: Reconciliation, left: Reconciliation): boolean {
  const bare = (one: Reconciliation) =>
    toComparable({
      ...one,
      origin: 'screen',
      workflow: drafted([]),
      findings: one.findings.map((finding) => ({
        ...finding,
        steps: finding.steps.map(({ outcome: _, ...step }) => ({ ...step, deadline: null })),
      })),
    });
  return bare(was) === bare(left);
}
