import { stageRawFile } from '#lib/db/raw-files.ts';
import { stageReceived } from '#lib/db/received-files.ts';
import type { Store } from '#lib/db/store.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { Period } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { planImport } from '#lib/import/plan-import.ts';
import type { ImportPlan } from '#lib/import/types.ts';
import { applyEnabledRules, type RuleRun } from './apply-rules.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { digestOf, refusalOfImport } from './import-plan.ts';
import type { ImportRequest } from './import-request.ts';
import { readRequestedImport } from './read-requested-import.ts';
import { readState, readStateForWrite } from './read-state.ts';
import { dropUpload } from './upload-desk.ts';
import { writeImport } from './write-import.ts';

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
  const read = await readRequestedImport(store, context.actor, request);
  if (!read.ok) return read;
  const { period, options, parsed, uploads } = read.value;
  if (parsed.some((file) => file.issues.some((issue) => issue.severity === 'error'))) {
    return done({ plan: planImport(await readState(store, period), parsed, options), importId: null });
  }
  const staged = request.files.map((file) => stageRawFile(store, file.bytes));
  try {
    for (const upload of uploads) staged.push(await stageReceived(store, upload.file));
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
    for (const upload of uploads) await dropUpload(store, upload);
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
