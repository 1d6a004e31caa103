import { hash } from 'node:crypto';
import { z } from 'zod';
import { PLAN_FIELDS } from '#lib/domain/plan-row.ts';
import { givenName, typedText } from './fields.ts';

const mark = z.string().length(12);

/** Which row of which plan it is, and what stood in its fields when it was sent out, each as a mark. */
const rowKey = z.strictObject({
  period: z.string().max(20),
  committee: z.string().max(50),
  account: z.string().max(50),
  step: z.string().max(100),
  first: z.boolean(),
  open: z.boolean(),
  marks: z.array(mark).length(PLAN_FIELDS.length),
});
export type PlanRowKey = z.infer<typeof rowKey>;

/** By which it is told whether a field still holds what it held. */
export function markOf(text: string): string {
  return hash('sha256', text).slice(0, 12);
}

const LENGTH_OF_CHECK = 16;

/** The key as it stands in its cell, with a checksum: what was typed over is seen. */
export function writeRowKey(key: PlanRowKey): string {
  const text = JSON.stringify(key);
  return `${hash('sha256', text).slice(0, LENGTH_OF_CHECK)} ${text}`;
}

/** Reads what writeRowKey wrote; null for anything else. */
export function readRowKey(cell: string): PlanRowKey | null {
  const text = cell.slice(LENGTH_OF_CHECK + 1);
  if (hash('sha256', text).slice(0, LENGTH_OF_CHECK) !== cell.slice(0, LENGTH_OF_CHECK)) return null;
  try {
    return rowKey.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whose plans are sent out: of one committee, of one responsible (null: of all), in a workbook for each or in one. */
export const planExportInput = z.object({
  periodId: givenName,
  committee: givenName,
  responsible: z.string().max(200).nullable(),
  split: z.boolean(),
});

/** What is taken home: the preview that was seen, and the rows in which the workbook is to win over the screen. */
export const planCollectInput = z.object({
  periodId: givenName,
  committee: givenName,
  digest: z.string().max(100),
  chosen: z.array(z.string().max(300)).max(50_000),
  /** Why deadlines move, where the workbook does not say. */
  reason: typedText.min(1, { error: 'required' }).max(2000, { error: 'too-long' }),
});
