import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { planImport } from '#lib/import/plan-import.ts';
import type { ImportPlan } from '#lib/import/types.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { digestOf, refusalOfImport } from './import-plan.ts';
import type { ImportRequest } from './import-request.ts';
import { readRequestedImport } from './read-requested-import.ts';
import { readState } from './read-state.ts';

export interface Preview {
  plan: ImportPlan;
  /** What a store must name to be the import that was previewed. */
  digest: string;
}

/** Says what an import would do, and changes nothing. The plan holds the issues of bad files. */
export async function previewImport(context: Context, request: ImportRequest): Promise<Result<Preview>> {
  const { store, actor } = context;
  if (!actingFor(context, 'import', EVERYWHERE)) return refused([problem('not-allowed')]);
  const read = await readRequestedImport(store, actor, request);
  if (!read.ok) return read;
  const { period, options, parsed } = read.value;
  const state = await readState(store, period);
  const plan = planImport(state, parsed, options);
  const closed = refusalOfImport(state, plan);
  if (closed) return refused([problem(closed, 'periodId')]);
  return done({ plan, digest: digestOf(plan) });
}
