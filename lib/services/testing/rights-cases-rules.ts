import { disableRule } from '../disable-rule.ts';
import { enableRule } from '../enable-rule.ts';
import { getRules } from '../get-rules.ts';
import { removeRule } from '../remove-rule.ts';
import { revokeRule } from '../revoke-rule.ts';
import { runRule } from '../run-rule.ts';
import { saveRule } from '../save-rule.ts';
import { tryRule } from '../try-rule.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA_REGISTER, PERIOD } from './rights-names.ts';
import { ruleWith } from './rights-things.ts';

/** A rule of an administration is seen there and by its committee, and kept there. */
const keep = { does: 'write', by: 'keepRules', at: ALFA_REGISTER } as const;

/** The rules that log by themselves. */
export const RULE_CASES: readonly RightsCase[] = [
  {
    use: 'getRules',
    does: 'read',
    by: 'anyone',
    shows: ['ALFA-regel'],
    call: (context, ids) => getRules(context, ids.period),
  },
  {
    use: 'tryRule',
    does: 'read',
    by: 'keepRules',
    at: ALFA_REGISTER,
    call: (context, ids) => tryRule(context, PERIOD, ids.rule),
  },
  {
    ...keep,
    use: 'saveRule',
    namesNothing: true,
    call: (context) => saveRule(context, ruleWith('ALFA-regel ny', '9.52.59')),
  },
  {
    ...keep,
    use: 'saveRule: one that is there',
    call: (context, ids) =>
      saveRule(context, { ...ruleWith('ALFA-regel ændret', '9.52.59'), ruleId: ids.rule, version: 1 }),
  },
  {
    ...keep,
    use: 'enableRule',
    call: (context, ids) => enableRule(context, { periodId: PERIOD, ruleId: ids.rule, version: 1 }),
  },
  {
    ...keep,
    use: 'runRule',
    call: (context, ids) => runRule(context, { periodId: PERIOD, ruleId: ids.enabledRule, version: 1 }),
  },
  {
    ...keep,
    use: 'disableRule',
    call: (context, ids) => disableRule(context, { periodId: PERIOD, ruleId: ids.enabledRule, version: 1 }),
  },
  {
    ...keep,
    use: 'removeRule',
    call: (context, ids) => removeRule(context, { periodId: PERIOD, ruleId: ids.rule, version: 1 }),
  },
  {
    ...keep,
    use: 'revokeRule',
    call: (context, ids) =>
      revokeRule(context, { periodId: PERIOD, ruleId: ids.loggingRule, changeSetId: ids.ruleRun }),
  },
  {
    ...keep,
    use: 'revokeRule: all of its runs',
    call: (context, ids) => revokeRule(context, { periodId: PERIOD, ruleId: ids.loggingRule, changeSetId: null }),
  },
];
