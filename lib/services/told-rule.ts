import type { AutoRule } from '#lib/domain/auto-rule.ts';

/** A rule as the trail tells of it. */
export function toldRule({
  kind,
  name,
  version,
  settings,
  enabled = false,
  enabledByName = null,
}: Pick<AutoRule, 'kind' | 'name' | 'version' | 'settings'> & Partial<AutoRule>) {
  const { amount, tolerance, functions, unit } = settings;
  return {
    ...{ ruleKind: kind, name, version },
    ...(kind === 'low-risk' && { belowAmount: amount }),
    ...(kind === 'documented' && { tolerance }),
    functions: functions.join(', '),
    unit,
    enabled,
    enabledByName,
  };
}
