import { z } from 'zod';
import { findCprNumbers } from '#lib/domain/cpr.ts';
import { givenName, shortText } from './fields.ts';

const year = z.int().min(1900).max(2199);
const number = z.int().min(1).max(999_999);

/** Words that every file of a version prints: what stops a publication must not come in after the checks (product.md, rule 13). */
const printed = shortText.refine((text) => findCprNumbers(text).length === 0, { error: 'cpr-in-text' });

export const makeFinalInput = z.object({ year, committee: givenName, reason: printed });

export const publishInput = z.object({ year, committee: givenName, number });

const redacted = z.object({ year, committee: givenName, kind: z.enum(['finding', 'column']), target: givenName });

/** What is kept out of the open edition, and the law's word for it. */
export const redactionInput = redacted.extend({ ground: printed.min(1, { error: 'required' }) });
export const removeRedactionInput = redacted;
