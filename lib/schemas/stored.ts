import { z } from 'zod';
import { CATEGORIES, type Category, type FindingCategory } from '#lib/domain/category.ts';
import type { Register, RegisterContents } from '#lib/domain/register.ts';
import { storedRegisters } from './registers.ts';

/**
 * Documents that are kept as JSON (register lines, the trail's before and after): amounts are decimal text in øre,
 * since JSON numbers are floats. Parsed when read; what does not fit is a fault of the program and throws.
 */
const ore = z
  .string()
  .regex(/^-?\d+$/)
  .transform((text) => BigInt(text));
const category = z.number().refine((value): value is Category => CATEGORIES.includes(value as Category));
const findingCategory = z.number().refine((value): value is FindingCategory => value === 2 || value === 3);

const storedFinding = z.object({
  committee: z.string(),
  category: findingCategory,
  responsible: z.string(),
  theme: z.string(),
  problem: z.string(),
  items: z.array(z.object({ postingDate: z.string(), text: z.string(), amount: ore })),
  steps: z.array(z.object({ activity: z.string(), deadline: z.string().nullable(), consequence: z.string() })),
});

/** What the trail can hold of each kind of thing. */
export const storedDocuments = {
  account: z.object({ number: z.string(), name: z.string(), imFunction: z.string(), balance: ore }),
  responsibility: z.object({
    account: z.string(),
    reconciledBy: z.string(),
    committee: z.string(),
    administration: z.string(),
    separately: z.boolean(),
  }),
  reconciliation: z.object({
    account: z.string(),
    category,
    documentedBalance: ore.nullable(),
    method: z.enum(['source', 'specification']).nullable(),
    reconciledOn: z.string().nullable(),
    initials: z.string(),
    balance: ore,
    origin: z.enum(['import', 'screen']),
    findings: z.array(storedFinding),
  }),
};

/** A document as canonical JSON text: keys in the order of the type, amounts as decimal text. */
export function toStored(document: object): string {
  return JSON.stringify(withTextAmounts(document));
}

/** A copy with amounts as text. JSON.stringify() could be asked to do it, but is then several times slower. */
function withTextAmounts(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withTextAmounts);
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) copy[key] = withTextAmounts(copy[key]);
  return copy;
}

/** The content of a register line. */
export function readRegisterContent<R extends Register>(register: R, text: string): RegisterContents[R] {
  return storedRegisters[register].parse(JSON.parse(text));
}
