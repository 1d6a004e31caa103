import { z } from 'zod';
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
