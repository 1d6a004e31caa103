'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { RevokeRuleInput, RuleInput, SaveRuleInput } from '#lib/schemas/rules.ts';
import type { RuleRun } from '#lib/services/apply-rules.ts';
import type { Result } from '#lib/services/context.ts';
import { disableRule } from '#lib/services/disable-rule.ts';
import { enableRule } from '#lib/services/enable-rule.ts';
import { removeRule } from '#lib/services/remove-rule.ts';
import { type Revoked, revokeRule } from '#lib/services/revoke-rule.ts';
import { runRule } from '#lib/services/run-rule.ts';
import { saveRule } from '#lib/services/save-rule.ts';

/** What is shown follows, where something was done. */
function told<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function saveRuleAction(input: SaveRuleInput): Promise<Result<{ ruleId: number; version: number }>> {
  return told(await saveRule(await currentContext(), input));
}

export async function enableRuleAction(input: RuleInput): Promise<Result<RuleRun>> {
  return told(await enableRule(await currentContext(), input));
}

export async function disableRuleAction(input: RuleInput): Promise<Result<{ ruleId: number }>> {
  return told(await disableRule(await currentContext(), input));
}

export async function removeRuleAction(input: RuleInput): Promise<Result<{ ruleId: number }>> {
  return told(await removeRule(await currentContext(), input));
}

export async function runRuleAction(input: RuleInput): Promise<Result<RuleRun>> {
  return told(await runRule(await currentContext(), input));
}

export async function revokeRuleAction(input: RevokeRuleInput): Promise<Result<Revoked>> {
  return told(await revokeRule(await currentContext(), input));
}
