import type { z } from 'zod';
import { done, type Problem, problem, type Result, refused } from './context.ts';

/** The input as the schema has it, or a problem for each field that does not fit. */
export function parseInput<T>(schema: z.ZodType<T, unknown>, input: unknown): Result<T> {
  const result = schema.safeParse(input);
  if (result.success) return done(result.data);
  const problems: Problem[] = result.error.issues.map((issue) =>
    problem(KNOWN_CODES.has(issue.message) ? issue.message : 'invalid', issue.path.join('.')),
  );
  return refused(problems);
}

const KNOWN_CODES = new Set([
  'required',
  'too-long',
  'impossible-date',
  'not-an-amount',
  'three-decimals',
  'amount-too-large',
  'amount-negative',
  'not-a-count',
  'invalid-function',
  'term-too-short',
  'term-too-long',
  'not-an-issuer',
  'not-an-email',
  'weight-below-zero',
  'committee-in-key-twice',
  'too-few-parts',
  'not-the-whole',
  'too-many-accounts',
  'warning-months-range',
  'bad-link',
  'not-a-colour',
  'colour-too-light',
  'not-a-logo',
  'logo-too-large',
  'not-a-template',
  'template-too-large',
  'cpr-in-text',
]);
