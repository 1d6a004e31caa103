import { z } from 'zod';
import { SUCCESSION_KINDS } from '#lib/domain/succession.ts';
import { givenName, shortText, typedText } from './fields.ts';

const periodId = givenName;
/** A reason is words. */
export const reason = typedText.min(1, { error: 'required' }).max(1000, { error: 'too-long' });

export const closePeriodInput = z.object({
  periodId,
  /** Said by somebody who has seen what is missing. */
  confirmed: z.boolean().default(false),
});
export const lockPeriodInput = z.object({ periodId });
export const reopenPeriodInput = z.object({ periodId, reason });
export const openNextPeriodInput = z.object({ from: periodId, to: periodId });

const code = shortText.min(1, { error: 'required' });

/** `to` null: what `from` names in the year before closed. */
export const successionInput = z.object({
  kind: z.enum(SUCCESSION_KINDS),
  fiscalYear: z.number().int(),
  from: code,
  to: code.nullable(),
});
export const removeSuccessionInput = successionInput.omit({ to: true });
