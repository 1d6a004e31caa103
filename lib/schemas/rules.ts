import { z } from 'zod';
import { RULE_KINDS, type RuleSettings } from '#lib/domain/auto-rule.ts';
import { parseImFunction } from '#lib/domain/im-function.ts';
import { amount, givenName, shortText } from './fields.ts';

const ruleId = z.number().int();
const version = z.number().int().min(0);

const positive = amount.refine((value) => value >= 0n, { error: 'amount-negative' });

/** The most functions that a rule names: more than the authorised chart has in main account 9. */
const MOST_FUNCTIONS = 500;

const functions = z
  .array(givenName)
  .max(MOST_FUNCTIONS, { error: 'too-long' })
  .refine((codes) => codes.every((code) => parseImFunction(code) !== null), { error: 'invalid-function' })
  .transform((codes) => [...new Set(codes.map((code) => parseImFunction(code) ?? code))].sort());

/** A rule as it is set up: `ruleId` null makes one; `version` is that of what was read. */
export const saveRuleInput = z
  .object({
    periodId: givenName,
    ruleId: ruleId.nullable(),
    version,
    kind: z.enum(RULE_KINDS),
    name: shortText.min(1, { error: 'required' }),
    amount: positive,
    tolerance: positive,
    functions,
    unit: givenName,
  })
  .refine(({ kind, amount: limit }) => kind !== 'low-risk' || limit > 0n, { error: 'required', path: ['amount'] })
  .refine(({ kind, functions: chosen }) => kind !== 'low-risk' || chosen.length > 0, {
    error: 'required',
    path: ['functions'],
  });

export type SaveRuleInput = z.input<typeof saveRuleInput>;

/** A rule in a period, in the version that was read. */
export const ruleInput = z.object({ periodId: givenName, ruleId, version });
export type RuleInput = z.input<typeof ruleInput>;

/** What a rule logged in a period; `changeSetId` null: in all of its runs. */
export const revokeRuleInput = z.object({ periodId: givenName, ruleId, changeSetId: z.number().int().nullable() });
export type RevokeRuleInput = z.input<typeof revokeRuleInput>;

const ore = z
  .string()
  .regex(/^-?\d+$/)
  .transform((text) => BigInt(text));
const storedSettings: z.ZodType<RuleSettings, unknown> = z.object({
  amount: ore,
  tolerance: ore,
  functions: z.array(z.string()),
  unit: z.string(),
});

/** A rule's settings as they are kept. */
export function readRuleSettings(text: string): RuleSettings {
  return storedSettings.parse(JSON.parse(text));
}
