import { z } from 'zod';
import { givenName, typedText } from './fields.ts';

/** The most accounts that one act takes: more than a large municipality has. */
const MOST_ACCOUNTS = 50_000;

/** Accounts of a period as they were seen: `version` is that of what was read. None stands there twice. */
export const accountsInput = z.object({
  periodId: givenName,
  accounts: z
    .array(z.object({ account: z.string().max(50), version: z.number().int().min(0) }))
    .max(MOST_ACCOUNTS, { error: 'too-long' })
    .transform((accounts) => [...new Map(accounts.map((one) => [one.account, one])).values()]),
});

export type AccountsInput = z.input<typeof accountsInput>;

/** As accountsInput, with the word of whoever sends them back. */
export const returnInput = accountsInput.extend({
  reason: typedText.min(1, { error: 'required' }).max(2000, { error: 'too-long' }),
});

export type ReturnInput = z.input<typeof returnInput>;
