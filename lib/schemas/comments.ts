import { z } from 'zod';
import { givenName, typedText } from './fields.ts';

/** A comment on an account or, with a committee, on its finding; `mentions` are ids of people. */
export const commentInput = z.object({
  periodId: givenName,
  account: givenName,
  committee: givenName.nullable(),
  text: typedText.min(1, { error: 'required' }).max(4000, { error: 'too-long' }),
  mentions: z
    .array(z.string().max(100))
    .max(20, { error: 'too-long' })
    .transform((ids) => [...new Set(ids)]),
});

export type CommentInput = z.input<typeof commentInput>;
