import { z } from 'zod';
import { givenName, shortText } from './fields.ts';

const year = z.int().min(1900).max(2199);
const number = z.int().min(1).max(999_999);

export const makeFinalInput = z.object({ year, committee: givenName, reason: shortText });

export const publishInput = z.object({ year, committee: givenName, number });

const redacted = z.object({ year, committee: givenName, kind: z.enum(['finding', 'column']), target: givenName });

/** What is kept out of the open edition, and the law's word for it. */
export const redactionInput = redacted.extend({ ground: shortText.min(1, { error: 'required' }) });
export const removeRedactionInput = redacted;
