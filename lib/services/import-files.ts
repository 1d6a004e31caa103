import { createHash } from 'node:crypto';
import { applyChanges, type Outcomes } from '#lib/db/apply-changes.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { createImport } from '#lib/db/imports.ts';
import { savePeriod } from '#lib/db/periods.ts';
import { type StagedFile, stageRawFile } from '#lib/db/raw-files.ts';
import { deleteConfirmation } from '#lib/db/registers.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Store, WriteDb } from '#lib/db/store.ts';
import { type AuditEntry, actionOf } from '#lib/domain/audit.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import { planImport } from '#lib/import/plan-import.ts';
import { readFiles } from '#lib/import/read-files.ts';
import type { Change, ImportPlan, InputFile, PlanOptions } from '#lib/import/types.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { readState, readStateForWrite } from './read-state.ts';

export interface ImportRequest {
  files: InputFile[];
  /** `2023-12` */
  periodId: string;
  options: Omit<PlanOptions, 'serviceCentreCode'>;
}

export interface Preview {
  plan: ImportPlan;
  /** What a store must name to be the import that was previewed. */
  digest: string;
}

/** Says what an import would do, and changes nothing. The plan holds the issues of bad files. */
export async function previewImport({ store }: Context, request: ImportRequest): Promise<Result<Preview>> {
  const period = parsePeriod(request.periodId);
  if (!period) return refused([problem('bad-period', 'periodId', { value: request.periodId })]);
  const options = await fullOptions(store, request);
  const parsed = await readFiles(request.files, options, period);
  const plan = planImport(await readState(store, period), parsed, options);
  return done({ plan, digest: digestOf(plan) });
}

/**
 * Stores an import: all of it, with its raw files and events, or nothing. With `digest`, only if it is still the one
 * that was previewed.
 * @returns the plan as it was stored with the import's id, or (importId null) the plan whose errors kept it out
 */
export async function storeImport(
  { store, actor }: Context,
  request: ImportRequest,
  digest: string | null,
): Promise<Result<{ plan: ImportPlan; importId: number | null }>> {
  const period = parsePeriod(request.periodId);
  if (!period) return refused([problem('bad-period', 'periodId', { value: request.periodId })]);
  const options = await fullOptions(store, request);
  const parsed = await readFiles(request.files, options, period);
  if (parsed.some((file) => file.issues.some((issue) => issue.severity === 'error'))) {
    return done({ plan: planImport(await readState(store, period), parsed, options), importId: null });
  }
  const staged = request.files.map((file) => stageRawFile(store, file.bytes));
  try {
    return await store.writeTx(async (tx) => {
      const state = await readStateForWrite(store, tx, period);
      const plan = planImport(state, parsed, options);
      if (digest !== null && digestOf(plan) !== digest) return refused([problem('changed-since-preview')]);
      if (plan.issues.some((issue) => issue.severity === 'error')) return done({ plan, importId: null });
      return done({ plan, importId: await writeImport(tx, { actor, period, plan, staged }) });
    }, isStored);
  } finally {
    for (const file of staged) file.discard();
  }
}

function isStored(result: Result<{ importId: number | null }>): boolean {
  return result.ok && result.value.importId !== null;
}

async function fullOptions(store: Store, request: ImportRequest): Promise<PlanOptions> {
  return { ...request.options, serviceCentreCode: (await readInstallation(store.read)).serviceCentreCode };
}

interface Writing {
  actor: Context['actor'];
  period: Period;
  plan: ImportPlan;
  staged: StagedFile[];
}

async function writeImport(tx: WriteDb, { actor, period, plan, staged }: Writing): Promise<number> {
  const at = new Date().toISOString();
  await savePeriod(tx, period, plan.control);
  const importId = await createImport(
    tx,
    actor,
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
  );
  const changes = plan.files.flatMap((file) => file.changes);
  await applyChanges(tx, period, sortOutcomes(changes), actor, at);
  const events = changes.map((change) => toEntry(change, period.id, importId));
  await recordEvents(tx, actor, at, [...events, ...(await withdrawConfirmations(tx, changes, period, importId))]);
  for (const file of staged) file.keep();
  return importId;
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
