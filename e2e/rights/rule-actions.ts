import { type ActionLine, numberOf } from './action-line.ts';
import { REGISTER_OF_BIU } from './rights-line.ts';

const NO_RULE = 999;
/** The rule that the test makes before it begins. */
const RULE = 1;

const kept = { file: 'app/(shell)/[period]/regler/actions.ts', by: 'keepRules', at: REGISTER_OF_BIU } as const;

/** A rule of an administration, as the page of rules hands it in. */
export function ruleWith(name: string, ruleId: number | null = null, version = 0) {
  const settings = { amount: 0n, tolerance: 0n, functions: ['9.52.59'], unit: 'BIF' };
  return { periodId: '2023-12', ruleId, version, kind: 'zero-all-year' as const, name, ...settings };
}

const versionOfRule = (folder: string) =>
  numberOf(folder, 'SELECT version AS found FROM AutoRule WHERE id = ? AND removedAt IS NULL', RULE);

/** What is done with the rule as it stands. */
const withRule = (name: string, more: Partial<ActionLine> = {}): ActionLine => ({
  ...{ ...kept, name },
  given: (folder) => [{ periodId: '2023-12', ruleId: RULE, version: versionOfRule(folder) }],
  missing: () => [{ periodId: '2023-12', ruleId: NO_RULE, version: 1 }],
  ...more,
});

/** Rules that log by themselves, in an order in which each can be done after those before it. */
export const RULES: readonly ActionLine[] = [
  { ...kept, name: 'saveRuleAction', given: () => [ruleWith('Ny regel')] },
  withRule('saveRuleAction', {
    given: (folder) => [ruleWith('Ændret regel', RULE, versionOfRule(folder))],
    missing: () => [ruleWith('Ændret regel', NO_RULE, 1)],
  }),
  withRule('enableRuleAction'),
  // All of the demo's accounts are logged: there is nothing left for it to log, or to take back.
  withRule('runRuleAction', { isReading: true }),
  withRule('revokeRuleAction', {
    given: () => [{ periodId: '2023-12', ruleId: RULE, changeSetId: null }],
    missing: () => [{ periodId: '2023-12', ruleId: NO_RULE, changeSetId: null }],
    refusal: 'rule-nothing-logged',
  }),
  withRule('disableRuleAction'),
  withRule('removeRuleAction'),
];
