import { createHash } from 'node:crypto';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import type { Change, ImportPlan } from '#lib/import/types.ts';
import { toStored } from '#lib/schemas/stored.ts';

/** What an import can change that belongs to the fiscal year rather than to the period. */
const OF_THE_YEAR: ReadonlySet<Change['subject']> = new Set([
  'committee',
  'administration',
  'imFunction',
  'registerLine',
]);

/** Whether a plan changes what all periods of the fiscal year share. */
export function changesYear(plan: ImportPlan): boolean {
  return plan.files.some((file) => file.changes.some(({ subject }) => OF_THE_YEAR.has(subject)));
}

/** Why the period or its year takes no such import; null: it does. */
export function refusalOfImport({ periodStatus, yearStatus }: MunicipalityState, plan: ImportPlan) {
  return refusalOf(periodStatus, true) ?? (changesYear(plan) ? refusalOf(yearStatus, false) : null);
}

/** SHA-256 of what a plan would do: two plans with the same digest leave the same. */
export function digestOf(plan: ImportPlan): string {
  const digest = createHash('sha256');
  for (const file of plan.files) {
    digest.update(`${file.kind} ${file.sha256}\n`);
    for (const change of file.changes) digest.update(toStored(change));
  }
  return digest.digest('hex');
}
