import { z } from 'zod';
import type { Assignment, Reconciliation, RuleMark } from '#lib/domain/account.ts';
import { CATEGORIES, type Category, type FindingCategory } from '#lib/domain/category.ts';
import type { Register, RegisterContents } from '#lib/domain/register.ts';
import { STATUSES, type WorkflowNote } from '#lib/domain/workflow.ts';
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

const storedItem = z.object({
  postingDate: z.string(),
  text: z.string(),
  amount: ore,
  key: z.string().default(''),
});

const storedStep = z.object({
  activity: z.string(),
  deadline: z.string().nullable(),
  consequence: z.string(),
  key: z.string().default(''),
  originalDeadline: z.string().nullable().default(null),
  outcome: z.object({ state: z.enum(['done', 'dropped']), on: z.string(), reason: z.string() }).optional(),
});

const storedNote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('returned'), by: z.string(), at: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('balance-changed'), at: z.string(), before: ore, after: ore }),
  z.object({ kind: z.literal('changed'), by: z.string(), at: z.string() }),
  z.object({ kind: z.literal('taken-back'), by: z.string(), at: z.string() }),
  z.object({ kind: z.literal('carried'), from: z.string() }),
]);

const storedWorkflow = z.object({
  status: z.enum(STATUSES),
  preparers: z.array(z.string()),
  submittedAt: z.string().nullable(),
  approvals: z.array(
    z.object({ personId: z.string(), name: z.string(), onBehalfOf: z.string().nullable(), at: z.string() }),
  ),
  note: storedNote.nullable(),
});

const storedFinding = z.object({
  committee: z.string(),
  category: findingCategory,
  responsible: z.string(),
  theme: z.string(),
  problem: z.string(),
  items: z.array(storedItem),
  steps: z.array(storedStep),
});

const storedRuleMark = z.object({ id: z.number(), version: z.number(), name: z.string() });

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
    origin: z.enum(['import', 'screen', 'rule']),
    rule: storedRuleMark.optional(),
    findings: z.array(storedFinding),
    /** Missing in events from before reconciliations were approved. */
    workflow: storedWorkflow.optional(),
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

/** Why a reconciliation stands where it does. */
export function readNote(text: string): WorkflowNote {
  return storedNote.parse(JSON.parse(text));
}

/** The rule that logged a reconciliation. */
export function readRuleMark(text: string): RuleMark {
  return storedRuleMark.parse(JSON.parse(text));
}

const storedAssignment = z.object({
  account: z.string(),
  personId: z.string().nullable(),
  deadline: z.string().nullable(),
});
const wholeReconciliation = storedDocuments.reconciliation.required({ workflow: true });

/** A reconciliation as its document in a change set has it. */
export function readStoredReconciliation(text: string): Reconciliation {
  const { rule, findings, ...rest } = wholeReconciliation.parse(JSON.parse(text));
  const whole = findings.map((finding) => ({
    ...finding,
    steps: finding.steps.map(({ outcome, ...step }) => (outcome === undefined ? step : { ...step, outcome })),
  }));
  return { ...rest, findings: whole, ...(rule !== undefined && { rule }) };
}

/** The document of a reconciliation by which it is told whether two are the same, whatever the order of their keys. */
export function toComparable(reconciliation: Reconciliation): string {
  return toStored(wholeReconciliation.parse(JSON.parse(toStored(reconciliation))));
}

/** An assignment as its document in a change set has it. */
export function readStoredAssignment(text: string): Assignment {
  return storedAssignment.parse(JSON.parse(text));
}

const preparers = z.array(z.string());

/** The ids of everyone who had a hand in a reconciliation. */
export function readPreparers(text: string): string[] {
  return preparers.parse(JSON.parse(text));
}

/** The content of a register line. */
export function readRegisterContent<R extends Register>(register: R, text: string): RegisterContents[R] {
  return storedRegisters[register].parse(JSON.parse(text));
}
