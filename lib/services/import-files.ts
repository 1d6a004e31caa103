import { createHash } from 'node:crypto';
import { applyChanges, ensureOrganisation, type Outcomes } from '#lib/db/apply-changes.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { type ImageScope, keepImage, takeImage } from '#lib/db/import-image.ts';
import { createImport } from '#lib/db/imports.ts';
import { savePeriod } from '#lib/db/periods.ts';
import { type StagedFile, stageRawFile } from '#lib/db/raw-files.ts';
import { stageReceived } from '#lib/db/received-files.ts';
import { deleteConfirmation } from '#lib/db/registers.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Store, WriteDb } from '#lib/db/store.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import { type Acting, handsOf } from '#lib/domain/actor.ts';
import { type AuditEntry, actionOf } from '#lib/domain/audit.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, parsePeriod, refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { drafted, submitted, type WorkflowNote } from '#lib/domain/workflow.ts';
import { planImport } from '#lib/import/plan-import.ts';
import type { Change, ImportPlan, PlanOptions } from '#lib/import/types.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { applyEnabledRules, type RuleRun } from './apply-rules.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { droppedNotices } from './dropped-notices.ts';
import type { ImportRequest } from './import-request.ts';
import { keepKeys } from './keep-keys.ts';
import { readKnownFiles } from './known-profiles.ts';
import { readState, readStateForWrite } from './read-state.ts';
import { recordDeadlineMoves } from './record-deadline-moves.ts';
import { tellConcerned } from './tell-concerned.ts';
import { dropUpload, takeUploads } from './upload-desk.ts';

export interface Preview {
  plan: ImportPlan;
  /** What a store must name to be the import that was previewed. */
  digest: string;
}

/** Says what an import would do, and changes nothing. The plan holds the issues of bad files. */
export async function previewImport(context: Context, request: ImportRequest): Promise<Result<Preview>> {
  const { store } = context;
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  const period = parsePeriod(request.periodId);
  if (!period) return refused([problem('bad-period', 'periodId', { value: request.periodId })]);
  const options = await fullOptions(store, request);
  const uploads = takeUploads(store, context.actor.personId, request);
  if (uploads === null) return refused([problem('upload-gone', 'files')]);
  const parsed = [
    ...(await readKnownFiles(store, request.files, options, period)),
    ...uploads.map((one) => one.parsed),
  ];
  const state = await readState(store, period);
  const plan = planImport(state, parsed, options);
  const closed = refusalOfImport(state, plan);
  if (closed) return refused([problem(closed, 'periodId')]);
  return done({ plan, digest: digestOf(plan) });
}

/**
 * Stores an import: all of it, with its raw files and events, or nothing. With `digest`, only if it is still the one
 * that was previewed.
 * The rules that are on then log what they may.
 * @returns the plan as it was stored with the import's id, or (importId null) the plan whose errors kept it out
 */
export async function storeImport(
  context: Context,
  request: ImportRequest,
  digest: string | null,
): Promise<Result<{ plan: ImportPlan; importId: number | null; rules?: RuleRun[] }>> {
  const { store } = context;
  const acting = actingFor(context, 'import', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const period = parsePeriod(request.periodId);
  if (!period) return refused([problem('bad-period', 'periodId', { value: request.periodId })]);
  const options = await fullOptions(store, request);
  const uploads = takeUploads(store, context.actor.personId, request);
  if (uploads === null) return refused([problem('upload-gone', 'files')]);
  const parsed = [
    ...(await readKnownFiles(store, request.files, options, period)),
    ...uploads.map((one) => one.parsed),
  ];
  if (parsed.some((file) => file.issues.some((issue) => issue.severity === 'error'))) {
    return done({ plan: planImport(await readState(store, period), parsed, options), importId: null });
  }
  const staged = request.files.map((file) => stageRawFile(store, file.bytes));
  try {
    for (const { upload } of uploads) staged.push(await stageReceived(store, upload.file));
    const result = await store.writeTx(async (tx) => {
      const state = await readStateForWrite(store, tx, period);
      const plan = planImport(state, parsed, options);
      const closed = refusalOfImport(state, plan);
      if (closed) return refused([problem(closed, 'periodId')]);
      if (digest !== null && digestOf(plan) !== digest) return refused([problem('changed-since-preview')]);
      if (plan.issues.some((issue) => issue.severity === 'error')) return done({ plan, importId: null });
      return done({
        plan,
        importId: await writeImport(tx, { acting, state, plan, staged, balanceReason: options.balanceReason ?? '' }),
      });
    }, isStored);
    if (!result.ok || result.value.importId === null) return result;
    for (const { upload } of uploads) await dropUpload(store, upload);
    return done({ ...result.value, rules: await runRules(store, acting, period) });
  } finally {
    for (const file of staged) file.discard();
  }
}

/** The import stands whatever becomes of the rules: a fault of theirs is the log's, and they can be run from their page. */
async function runRules(store: Store, acting: Acting, period: Period): Promise<RuleRun[]> {
  try {
    return await applyEnabledRules(store, acting, period);
  } catch (error) {
    console.error('The rules did not run after the import.', error);
    return [];
  }
}

function isStored(result: Result<{ importId: number | null }>): boolean {
  return result.ok && result.value.importId !== null;
}

async function fullOptions(store: Store, request: ImportRequest): Promise<PlanOptions> {
  return { ...request.options, serviceCentreCode: (await readInstallation(store.read)).serviceCentreCode };
}

/** What an import can change that belongs to the fiscal year rather than to the period. */
const OF_THE_YEAR: ReadonlySet<Change['subject']> = new Set([
  'committee',
  'administration',
  'imFunction',
  'registerLine',
]);

function changesYear(plan: ImportPlan): boolean {
  return plan.files.some((file) => file.changes.some(({ subject }) => OF_THE_YEAR.has(subject)));
}

/** Why the period or its year takes no such import; null: it does. */
function refusalOfImport({ periodStatus, yearStatus }: MunicipalityState, plan: ImportPlan) {
  return refusalOf(periodStatus, true) ?? (changesYear(plan) ? refusalOf(yearStatus, false) : null);
}

interface Writing {
  acting: Acting;
  state: MunicipalityState;
  plan: ImportPlan;
  staged: StagedFile[];
  /** Why a balance that does not sum to 0 is stored; '' where none was given. */
  balanceReason: string;
}

/** By which profiles the files were read; '' for columns that were chosen for this import alone, null: by their headings. */
function profileOf({ files }: ImportPlan): string | null {
  const names = files.flatMap(({ reading }) => (reading === null ? [] : [reading.profile]));
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** That somebody let a balance in that does not sum to 0, and why (product.md, rule 2). */
function overrideOf({ periodId, control }: ImportPlan, reason: string, importId: number): AuditEntry[] {
  if (control === null || control.sum === 0n) return [];
  const place = { subject: 'import', subjectId: String(importId), periodId, importId } as const;
  return [{ ...place, action: 'confirm', before: null, after: { balance: control.sum }, reason }];
}

async function writeImport(tx: WriteDb, { acting, state, plan, staged, balanceReason }: Writing): Promise<number> {
  const at = new Date().toISOString();
  const { period } = state;
  const scope = scopeOf(plan, period);
  const image = scope.accounts.length > MOST_KEPT ? null : await takeImage(tx, scope);
  await savePeriod(tx, period, plan.control);
  const importId = await createImport(
    tx,
    acting.actor,
    at,
    period.id,
    plan.files.map(({ kind, name, sha256, bytes, added, changed, removed, unchanged, kept }) => ({
      kind,
      name,
      sha256,
      bytes,
      added,
      changed,
      removed,
      unchanged,
      kept: kept.length,
    })),
    profileOf(plan),
  );
  const planned = plan.files.flatMap((file) => file.changes);
  const changes = planned.map((change) => (change.subject === 'reconciliation' ? prepare(change, acting, at) : change));
  const dropped = dropApprovals(state, changes, at);
  if (changesYear(plan)) await ensureOrganisation(tx, period.fiscalYear);
  await applyChanges(tx, period, sortOutcomes([...changes, ...dropped]), acting.actor, at);
  const verdicts = changes.filter((change) => change.subject === 'reconciliation');
  await recordDeadlineMoves(tx, period.id, verdicts, acting.actor, at);
  await recordEvents(tx, acting, at, [
    ...changes.map((change) => toEntry(change, period.id, importId)),
    ...dropped.map((change) => ({ ...toEntry(change, period.id, importId), action: 'drop' as const })),
    ...(await withdrawConfirmations(tx, changes, period, importId)),
    ...overrideOf(plan, balanceReason, importId),
  ]);
  await tellConcerned(
    tx,
    [...dropped, ...changes].flatMap(({ subject, before }) =>
      subject === 'reconciliation' && before !== null ? droppedNotices(period.id, before, acting.actor, at) : [],
    ),
  );
  if (image !== null) await keepImage(tx, importId, scope, image);
  for (const file of staged) file.keep();
  return importId;
}

/** How many accounts an import can touch and still be taken back: of more, what was before is not kept. */
const MOST_KEPT = 50_000;

/** What an import touches. */
function scopeOf({ files }: ImportPlan, period: Period): ImageScope {
  const changes = files.flatMap((file) => file.changes);
  const accounts = changes.flatMap(({ subject, id }) => (OF_ACCOUNTS.has(subject) ? [id] : []));
  const has = (...subjects: Change['subject'][]) => changes.some(({ subject }) => subjects.includes(subject));
  return {
    period,
    accounts: [...new Set(accounts)].sort(),
    organisation: has('committee', 'administration', 'imFunction'),
    registers: has('registerLine'),
  };
}

const OF_ACCOUNTS: ReadonlySet<Change['subject']> = new Set([
  'account',
  'responsibility',
  'reconciliation',
  'documentation',
]);

type VerdictChange = Extract<Change, { subject: 'reconciliation' }>;

/**
 * A verdict that a file states arrives for approval, with whoever imports it as its preparer; those before stay beside
 * them, since what no file tells, such as the documented balance, is still their work.
 */
function prepare(change: VerdictChange, acting: Acting, at: string): VerdictChange {
  if (change.after === null) return change;
  const note = change.before && noteOfImport(change.before, change.after, acting, at);
  const preparers = [...(change.before?.workflow.preparers ?? []), ...handsOf(acting)];
  const after = { ...keepKeys(change.after, change.before), workflow: { ...submitted(preparers, at), note } };
  return { ...change, after };
}

/** Why what others approved, or are to approve, must be looked at again; null where it was neither. */
function noteOfImport(
  { balance, workflow }: Reconciliation,
  after: Reconciliation,
  acting: Acting,
  at: string,
): WorkflowNote | null {
  if (workflow.status !== 'submitted' && workflow.status !== 'approved') return null;
  if (balance !== after.balance) return { kind: 'balance-changed', at, before: balance, after: after.balance };
  return { kind: 'changed', by: acting.actor.name, at };
}

/** What others approved, or are to approve, against a balance that is now another, goes back to its preparer (product.md, rule 5). */
function dropApprovals(
  state: MunicipalityState,
  changes: readonly Change[],
  at: string,
): { subject: 'reconciliation'; id: string; before: Reconciliation; after: Reconciliation }[] {
  const restated = new Set(changes.filter(({ subject }) => subject === 'reconciliation').map(({ id }) => id));
  return changes.flatMap((change) => {
    if (change.subject !== 'account' || change.after === null || change.before === null) return [];
    const own = state.reconciliations.get(change.id);
    const isUnderway = own?.workflow.status === 'submitted' || own?.workflow.status === 'approved';
    if (!own || !isUnderway || restated.has(change.id) || change.before.balance === change.after.balance) return [];
    const note = { kind: 'balance-changed', at, before: change.before.balance, after: change.after.balance } as const;
    const after = { ...own, workflow: drafted(own.workflow.preparers, note) };
    return [{ subject: 'reconciliation' as const, id: change.id, before: own, after }];
  });
}

/** SHA-256 of what a plan would do: two plans with the same digest leave the same. */
function digestOf(plan: ImportPlan): string {
  const digest = createHash('sha256');
  for (const file of plan.files) {
    digest.update(`${file.kind} ${file.sha256}\n`);
    for (const change of file.changes) digest.update(toStored(change));
  }
  return digest.digest('hex');
}

function sortOutcomes(changes: Change[]): Outcomes {
  const outcomes: Outcomes = {
    committee: [],
    administration: [],
    imFunction: [],
    account: [],
    responsibility: [],
    reconciliation: [],
    documentation: [],
    registerLine: [],
  };
  for (const change of changes) {
    switch (change.subject) {
      case 'committee':
        outcomes.committee.push(change);
        break;
      case 'administration':
        outcomes.administration.push(change);
        break;
      case 'imFunction':
        outcomes.imFunction.push(change);
        break;
      case 'account':
        outcomes.account.push(change);
        break;
      case 'responsibility':
        outcomes.responsibility.push(change);
        break;
      case 'reconciliation':
        outcomes.reconciliation.push(change);
        break;
      case 'documentation':
        outcomes.documentation.push(change);
        break;
      case 'registerLine':
        outcomes.registerLine.push({ ...change, imported: change.after });
        break;
    }
  }
  return outcomes;
}

function toEntry(change: Change, periodId: string, importId: number): AuditEntry {
  return {
    action: actionOf(change.before, change.after),
    subject: change.subject,
    subjectId: change.id,
    periodId,
    importId,
    before: change.before,
    after: change.after,
  };
}

/** A committee that now has lines in a register has not none. */
async function withdrawConfirmations(
  tx: WriteDb,
  changes: Change[],
  period: Period,
  importId: number,
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const change of changes) {
    if (change.subject !== 'registerLine' || change.after === null || !('committee' in change.after)) continue;
    const key = { fiscalYear: period.fiscalYear, register: change.register, committee: change.after.committee };
    if (!(await deleteConfirmation(tx, key))) continue;
    entries.push({
      action: 'withdraw',
      subject: 'noneConfirmation',
      subjectId: `${change.register}/${key.committee}`,
      periodId: period.id,
      importId,
      before: key,
      after: null,
    });
  }
  return entries;
}
