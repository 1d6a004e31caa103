import { z } from 'zod';
import { MOST_WARNING_MONTHS } from '#lib/domain/limitation.ts';
import { amount, shortText } from './fields.ts';

const required = shortText.min(1, { error: 'required' });

/** The settings of the installation that a page edits. */
export const installationInput = z.object({
  municipality: required,
  serviceCentreCode: required,
  serviceCentreName: required,
  erpSystem: required,
  debtorSystem: required,
});

/** Follow-up in øre above which two people must approve. */
export const approvalSettingsInput = z.object({
  twoApproversAbove: amount.refine((value) => value >= 0n, { error: 'amount-negative' }),
});

export type ApprovalSettingsInput = z.input<typeof approvalSettingsInput>;

/** Months before a claim is barred at which it is warned of; 0: not before it is. */
export const limitationSettingsInput = z.object({
  warningMonths: z
    .int({ error: 'warning-months-range' })
    .min(0, { error: 'warning-months-range' })
    .max(MOST_WARNING_MONTHS, { error: 'warning-months-range' }),
});

export type LimitationSettingsInput = z.input<typeof limitationSettingsInput>;
