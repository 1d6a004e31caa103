import { z } from 'zod';
import { amount, date, longText, shortText } from './fields.ts';

/** The longest lists that a form takes. */
const MOST_ITEMS = 2000;

const findingInput = z.object({
  committee: z.string().min(1, { error: 'required' }),
  category: z.union([z.literal(2), z.literal(3)], { error: 'required' }),
  responsible: shortText,
  theme: shortText,
  problem: longText,
  items: z.array(z.object({ postingDate: date, text: longText, amount })).max(MOST_ITEMS, { error: 'too-long' }),
  steps: z
    .array(z.object({ activity: longText, deadline: date.nullable(), consequence: longText }))
    .max(100, { error: 'too-long' }),
});

/** What the account page saves. `version` is that of what was read: 0 where nothing was logged. */
export const logReconciliationInput = z.object({
  periodId: z.string(),
  account: z.string(),
  version: z.number().int().min(0),
  /** False: category 1, without findings. True: with one or more. */
  needsFollowUp: z.boolean(),
  documentedBalance: amount.nullable(),
  method: z.enum(['source', 'specification']).nullable(),
  reconciledOn: date.nullable(),
  initials: z.string().trim().max(10, { error: 'too-long' }),
  findings: z.array(findingInput).max(50, { error: 'too-long' }),
});

export type LogReconciliationInput = z.infer<typeof logReconciliationInput>;
