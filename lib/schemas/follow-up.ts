import { z } from 'zod';
import { SETTLEMENT_KINDS } from '#lib/domain/settlement.ts';
import { amount, date, givenName, shortText } from './fields.ts';
import { reason } from './periods.ts';

const place = z.object({ periodId: givenName, account: givenName, committee: givenName });
const key = givenName.min(1, { error: 'required' });

/** What is settled or written off of an item; `amount` in øre, with the item's sign. */
export const settleItemInput = place.extend({
  itemKey: key,
  kind: z.enum(SETTLEMENT_KINDS),
  date,
  amount,
  voucher: shortText.min(1, { error: 'required' }),
  reason,
});
export type SettleItemInput = z.input<typeof settleItemInput>;
export type SettledItem = z.output<typeof settleItemInput>;

export const takeBackSettlementInput = place.extend({ settlementId: z.number().int(), reason });

const step = place.extend({ stepKey: key });
export const finishStepInput = step.extend({ on: date });
export const dropStepInput = step.extend({ reason });
export const moveDeadlineInput = step.extend({ to: date, reason });
export const resumeStepInput = step.extend({ reason });
