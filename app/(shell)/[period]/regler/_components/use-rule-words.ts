import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { AutoRule, Ground } from '#lib/domain/auto-rule.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';

/** What rules do, and why, in words. Held stable between renders. */
export function useRuleWords() {
  const t = useTranslations('rules');
  return useMemo(
    () => ({
      /** What a rule does, in a sentence. */
      sentenceOf: ({ kind, settings }: Pick<AutoRule, 'kind' | 'settings'>): string => {
        const { amount, tolerance, functions, unit } = settings;
        const policy = t(`does.${kind}`, { amount: formatOre(amount), tolerance: formatOre(tolerance) });
        const limits = [
          functions.length > 0 && t('inFunctions', { count: functions.length, codes: functions.join(', ') }),
          unit !== '' && t('ofUnit', { unit }),
        ];
        return `${[policy, ...limits.filter((limit) => limit !== false)].join(' ')}.`;
      },
      /** What a rule saw in an account that it logs. */
      explain: (ground: Ground): string => {
        switch (ground.code) {
          case 'zero-all-year':
            return t('grounds.zero-all-year', { count: ground.periods });
          case 'unchanged':
            return t('grounds.unchanged', { period: ground.periodId });
          case 'documented': {
            const { source, date, difference } = ground;
            return t('grounds.documented', { source, date: formatDate(date), difference: formatOre(difference) });
          }
          case 'low-risk':
            return t('grounds.low-risk', { limit: formatOre(ground.limit) });
        }
      },
    }),
    [t],
  );
}
