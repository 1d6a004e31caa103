import { z } from 'zod';
import { MOST_ITEMS } from '#lib/domain/finding.ts';
import { amount, date, givenName, longText, shortText, typedText } from './fields.ts';

/** Tells which stored item or step a line continues; '' or missing for a new one. */
const itemKey = z
  .string()
  .regex(/^[0-9a-f]{0,24}$/)
  .default('');

const findingInput = z.object({
  committee: givenName.min(1, { error: 'required' }),
  category: z.union([z.literal(2), z.literal(3)], { error: 'required' }),
  responsible: shortText,
  theme: shortText,
  problem: longText,
  items: z
    .array(z.object({ postingDate: date, text: longText, amount, key: itemKey }))
    .max(MOST_ITEMS, { error: 'too-long' }),
  steps: z
    .array(z.object({ activity: longText, deadline: date.nullable(), consequence: longText, key: itemKey }))
    .max(100, { error: 'too-long' }),
});

/** What the account page saves. `version` is that of what was read: 0 where nothing was logged. */
export const logReconciliationInput = z.object({
  periodId: givenName,
  account: givenName,
  version: z.number().int().min(0),
  /** False: category 1, without findings. True: with one or more. */
  needsFollowUp: z.boolean(),
  documentedBalance: amount.nullable(),
  method: z.enum(['source', 'specification']).nullable(),
  reconciledOn: date.nullable(),
  initials: typedText.max(10, { error: 'too-long' }),
  /** Sent for approval with the same act. */
  submit: z.boolean().default(false),
  findings: z.array(findingInput).max(50, { error: 'too-long' }),
});

/** What a form hands in. */
export type LogReconciliationInput = z.input<typeof logReconciliationInput>;
/** What is left of it once it has been checked. */
export type LoggedReconciliation = z.output<typeof logReconciliationInput>;
