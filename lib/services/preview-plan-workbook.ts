import { hash } from 'node:crypto';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { readPlanWorkbook } from '#lib/import/plan-workbook/read-plan-workbook.ts';
import { comparePlanWorkbook, type PlanComparison } from './compare-plan-workbook.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { findPlanCommittee } from './plan-workbook-rows.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** A workbook as it was handed in. */
export interface HandedWorkbook {
  name: string;
  bytes: Uint8Array;
}

/** What a workbook would change, and by what it is told that it would still be the same. */
export interface PlanPreview extends PlanComparison {
  digest: string;
}

/** What a workbook of action plans that came home would change. Nothing is kept of it. */
export async function previewPlanWorkbook(
  context: Context,
  { periodId, committee }: { periodId: string; committee: string },
  file: HandedWorkbook,
): Promise<Result<PlanPreview>> {
  const period = await findPeriod(context.store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  const state = await readVisibleState(context, period);
  const found = findPlanCommittee(context, state, committee);
  if ('path' in found) return refused([found]);
  const sheet = await readPlanWorkbook(file.name, file.bytes);
  const comparison = comparePlanWorkbook(state, sheet, { periodId, committee, today: danishDate(new Date()) });
  return done({ ...comparison, digest: digestOf(comparison, state) });
}

/** Changes whenever the workbook would change anything else, or the period takes other changes than it did. */
export function digestOf(comparison: PlanComparison, { periodStatus }: MunicipalityState): string {
  return hash('sha256', JSON.stringify([comparison, periodStatus]));
}
