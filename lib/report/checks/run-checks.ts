import type { ReportExtras } from '../extras.ts';
import type { Figure } from '../figures/figure.ts';
import type { Material } from '../material.ts';
import type { Check } from '../model.ts';
import { checkAccounts } from './account-checks.ts';
import { checkPersonalNumbers } from './cpr-checks.ts';
import { checkFigures } from './figure-checks.ts';
import { checkOpening } from './opening-check.ts';
import { checkConsequences, checkPlans } from './plan-checks.ts';
import { checkRegisters } from './register-checks.ts';
import { checkTexts } from './text-checks.ts';

/**
 * What must hold before a committee's report is ready (product.md, rules 10 to 13; domain.md, arithmetic of the
 * report), in the order of CHECK_IDS: the municipality's checks, the committee's own, what people wrote.
 */
export function runChecks(material: Material, extras: ReportExtras, figures: readonly Figure[]): Check[] {
  return [
    ...checkAccounts(material.state, material.installation, material.facts),
    checkOpening(material, extras.lastYear),
    checkPlans(material),
    checkConsequences(material),
    ...checkRegisters(material),
    ...checkTexts(extras),
    ...checkFigures(extras, figures),
    ...checkPersonalNumbers(material, extras),
  ];
}
