import { z } from 'zod';
import { LARGEST_AMOUNT } from '#lib/domain/money.ts';
import { SHARING_KINDS, WHOLE } from '#lib/domain/sharing.ts';
import { givenName, shortText } from './fields.ts';

const MOST_ACCOUNTS = 5_000;

const part = z.object({
  committee: givenName,
  weight: z.bigint().min(0n, { error: 'weight-below-zero' }).max(LARGEST_AMOUNT, { error: 'too-long' }),
});

/**
 * A key with the accounts of a period that it shares. Weights are millionths of the whole (percent, which must make it
 * up) or øre (amounts); at least two committees have one.
 */
export const sharingKeyInput = z
  .object({
    periodId: givenName,
    /** null: a new one. */
    id: z.number().int().nullable(),
    version: z.number().int(),
    name: shortText.min(1, { error: 'required' }).max(80, { error: 'too-long' }),
    kind: z.enum(SHARING_KINDS),
    parts: z.array(part).max(200),
    accounts: z.array(givenName).max(MOST_ACCOUNTS, { error: 'too-many-accounts' }),
  })
  .superRefine(({ kind, parts }, context) => {
    const codes = new Set(parts.map(({ committee }) => committee));
    const total = parts.reduce((sum, { weight }) => sum + weight, 0n);
    const fail = (message: string) => context.addIssue({ code: 'custom', path: ['parts'], message });
    if (codes.size !== parts.length) fail('committee-in-key-twice');
    else if (parts.filter(({ weight }) => weight > 0n).length < 2) fail('too-few-parts');
    else if (kind === 'percent' && total !== WHOLE) fail('not-the-whole');
  });

export const removeSharingKeyInput = z.object({
  periodId: givenName,
  id: z.number().int(),
  version: z.number().int(),
});
