import { setImmediate } from 'node:timers/promises';
import { replaceAssignments } from '#lib/db/assignments.ts';
import { type ChangeSetEntry, insertChangeSet, type NewChangeSet } from '#lib/db/change-sets.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import { getRevision } from '#lib/db/state.ts';
import type { Store, WriteDb } from '#lib/db/store.ts';
import type { Account, Assignment, Reconciliation, Responsibility } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, refusalOf } from '#lib/domain/period.ts';
import { type Act, maySomewhere } from '#lib/domain/permissions.ts';
import { narrowState, placeOfAccount } from '#lib/domain/visibility.ts';
import { toComparable, toStored } from '#lib/schemas/stored.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, type Problem, problem, type Result, refused } from './context.ts';
import type { RefusedAccount } from './move-reconciliations.ts';
import { findPeriod, holdState, readStateForWrite } from './read-state.ts';
import { type AssignmentChange, recordAssignments } from './record-assignments.ts';
import { type VerdictChange, writeVerdicts } from './write-verdicts.ts';

/** An account that is to change, as the transaction finds it, in the hands of somebody who may change it. */
export interface ChangeTarget {
  account: Account;
  responsibility: Responsibility | undefined;
  /** The verdict as it stands, and its version; 0 where there is none. */
  before: Reconciliation | null;
  version: number;
  /** Who made it as it stands; '' where there is none. */
  updatedBy: string;
  assignment: Assignment | null;
  /** All of the period, also what the actor does not see: to look things up in, not to tell of. */
  state: MunicipalityState;
  acting: Acting;
  /** ISO time, UTC */
  at: string;
}

/** What is wanted of one account: the change, why there is none, or null where there is nothing to change. */
export type Intent = { account: string } & (
  | { subject: 'reconciliation'; decide: (target: ChangeTarget) => VerdictChange | Problem | null }
  | { subject: 'assignment'; decide: (target: ChangeTarget) => { after: Assignment | null } | Problem | null }
);

/** Lets whoever waits for long work see how far it is, and stop it. */
export interface Steering {
  onProgress?: (done: number, total: number) => void;
  isCancelled?: () => boolean;
}

interface Changing extends Pick<NewChangeSet, 'kind' | 'undoes'> {
  periodId: string;
  /** No account and subject twice. Made once everything that they look at can no longer change. */
  plan: (tx: WriteDb, state: MunicipalityState) => Promise<readonly Intent[] | Problem>;
  /** By what right an account's verdict changes, where it is not that of whoever logs it; null: they may not. */
  authorise?: (state: MunicipalityState, account: string) => Acting | null;
  /** If one cannot be changed, none is. */
  allOrNothing: boolean;
  steering?: Steering | undefined;
  /** What goes with it in the same transaction. */
  follow?: (tx: WriteDb, changeSet: number, entries: readonly ChangeSetEntry[]) => Promise<void>;
}

/** What came of a change of many accounts. */
export interface ManyChanged {
  /** By which it is taken back; null: nothing was changed. */
  changeSet: number | null;
  changed: string[];
  refused: (RefusedAccount & { subject: Intent['subject'] })[];
  /** It was stopped before it was through: of all or nothing nothing is done, otherwise what was done until then. */
  isStopped: boolean;
}

const ACT_OF: Record<Intent['subject'], Act> = { reconciliation: 'log', assignment: 'assign' };
/** So many accounts are written between two looks at whether to go on; others get their turn to read there. */
const CHUNK = 250;

/**
 * Changes many accounts in one transaction as one change set, each judged by itself: visible, allowed, in a period in
 * which it may, as `decide` has it. What the actor may not see is refused as what does not exist.
 */
export async function changeAccounts(context: Context, changing: Changing): Promise<Result<ManyChanged>> {
  const { store } = context;
  const period = await findPeriod(store, changing.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  const written: Written = { verdicts: new Map(), assignments: new Map(), base: null };
  const result = await store.writeTx((tx) => changeWithin(context, tx, period, changing, written), hasChanged);
  if (hasChanged(result)) holdChanged(store, period, written);
  return result;
}

function hasChanged(result: Result<ManyChanged>): boolean {
  return result.ok && result.value.changeSet !== null;
}

/** What a transaction leaves of the accounts that it changed, on the state that it found. */
interface Written {
  verdicts: Map<string, Reconciliation | null>;
  assignments: Map<string, Assignment | null>;
  base: { state: MunicipalityState; revision: number } | null;
}

type Change =
  | { subject: 'reconciliation'; account: string; change: VerdictChange }
  | { subject: 'assignment'; account: string; change: AssignmentChange };

async function changeWithin(
  context: Context,
  tx: WriteDb,
  period: Period,
  { kind, undoes, plan, authorise, allOrNothing, steering, follow }: Changing,
  written: Written,
): Promise<Result<ManyChanged>> {
  const { store, actor } = context;
  const state = await readStateForWrite(store, tx, period);
  const intents = await plan(tx, state);
  if ('code' in intents) return refused([intents]);
  const isAllowed = ({ subject, account }: Intent) =>
    maySomewhere(actor, ACT_OF[subject]) || Boolean(authorise?.(state, account));
  if (intents.length > 0 && !intents.some(isAllowed)) return refused([problem('not-allowed')]);
  if (state.periodStatus === 'locked') return refused([problem('period-locked')]);
  const at = new Date().toISOString();
  const judge = await makeJudge(context, tx, state, at, authorise);
  const outcome: ManyChanged = { changeSet: null, changed: [], refused: [], isStopped: false };
  const changes: Change[] = [];
  for (let begin = 0; begin < intents.length; begin += CHUNK) {
    const chunk: Change[] = [];
    for (const intent of intents.slice(begin, begin + CHUNK)) {
      const judged = judge(intent);
      if (judged !== null && 'code' in judged) {
        outcome.refused.push({ account: intent.account, subject: intent.subject, problem: judged });
      } else if (judged !== null) chunk.push(judged);
    }
    if (!allOrNothing || outcome.refused.length === 0) await writeChanges(tx, period.id, chunk, at);
    changes.push(...chunk);
    steering?.onProgress?.(Math.min(begin + CHUNK, intents.length), intents.length);
    await setImmediate();
    if (steering?.isCancelled?.() && begin + CHUNK < intents.length) {
      outcome.isStopped = true;
      break;
    }
  }
  const isNothing = changes.length === 0 || (allOrNothing && (outcome.refused.length > 0 || outcome.isStopped));
  if (isNothing) return done(outcome);
  const entries = await toEntries(tx, period.id, changes);
  outcome.changeSet = await insertChangeSet(
    tx,
    { periodId: period.id, kind, maker: actor, at, ...(undoes !== undefined && { undoes }) },
    entries,
  );
  outcome.changed = [...new Set(changes.map(({ account }) => account))];
  await follow?.(tx, outcome.changeSet, entries);
  keepWritten(written, changes);
  written.base = { state, revision: await getRevision(tx) };
  return done(outcome);
}

/** What says of each intent how the account changes, or why not. */
async function makeJudge(
  context: Context,
  tx: WriteDb,
  state: MunicipalityState,
  at: string,
  authorise: Changing['authorise'],
) {
  const visible = new Map(narrowState(state, context.actor).accounts.map((account) => [account.number, account]));
  const versions = await listVersions(tx, state.period.id);
  const names = await listPersonNames(tx);

  return (intent: Intent): Change | Problem | null => {
    const account = visible.get(intent.account);
    if (!account) return problem('unknown-account');
    const { number } = account;
    const responsibility = state.responsibilities.get(number);
    const acting =
      intent.subject === 'reconciliation' && authorise
        ? authorise(state, number)
        : actingFor(context, ACT_OF[intent.subject], placeOfAccount(responsibility));
    if (!acting) return problem('not-allowed');
    const before = state.reconciliations.get(number) ?? null;
    const assignment = state.assignments.get(number) ?? null;
    const { version, updatedBy } = versions.get(number) ?? { version: 0, updatedBy: '' };
    const target = { account, responsibility, before, version, updatedBy, assignment, state, acting, at };
    if (intent.subject === 'assignment') {
      const decided = intent.decide(target);
      if (decided === null || 'code' in decided) return decided;
      const change = { account: number, before: assignment, after: decided.after, acting, names };
      return { subject: 'assignment', account: number, change };
    }
    const closed = refusalOf(state.periodStatus, before === null);
    if (closed) return problem(closed);
    const change = intent.decide(target);
    return change === null || 'code' in change ? change : { subject: 'reconciliation', account: number, change };
  };
}

async function writeChanges(tx: WriteDb, periodId: string, changes: readonly Change[], at: string): Promise<void> {
  const verdicts = changes.flatMap((one) => (one.subject === 'reconciliation' ? [one.change] : []));
  const assignments = changes.flatMap((one) => (one.subject === 'assignment' ? [one.change] : []));
  await writeVerdicts(tx, periodId, verdicts, at);
  await replaceAssignments(tx, periodId, assignments);
  await recordAssignments(tx, periodId, assignments, at);
}

async function toEntries(tx: WriteDb, periodId: string, changes: readonly Change[]): Promise<ChangeSetEntry[]> {
  const versions = await listVersions(tx, periodId);
  return changes.map(({ subject, account, change: { before, after } }) => ({
    subject,
    account,
    before: documentOf(before),
    after: documentOf(after),
    version: subject === 'assignment' ? 0 : (versions.get(account)?.version ?? 0),
  }));
}

/** What is kept of a thing by which it is told whether it still stands, and by which it is put back. */
export function documentOf(thing: Reconciliation | Assignment | null): string | null {
  if (thing === null) return null;
  return 'workflow' in thing ? toComparable(thing) : toStored(thing);
}

function keepWritten({ verdicts, assignments }: Written, changes: readonly Change[]): void {
  for (const one of changes) {
    if (one.subject === 'assignment') assignments.set(one.account, one.change.after);
    else verdicts.set(one.account, one.change.after);
  }
}

/** What was just written is known: whoever reads next need not read the whole period for it. */
function holdChanged(store: Store, period: Period, { verdicts, assignments, base }: Written): void {
  if (base === null) return;
  const { state, revision } = base;
  const patched = {
    ...state,
    reconciliations: patch(state.reconciliations, verdicts),
    assignments: patch(state.assignments, assignments),
  };
  holdState(store, period, patched, revision);
}

function patch<T>(before: ReadonlyMap<string, T>, changed: ReadonlyMap<string, T | null>): Map<string, T> {
  const after = new Map(before);
  for (const [key, value] of changed) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
}
