'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { type PlanField, STEP_STATES } from '#lib/domain/plan-row.ts';
import { formatDate } from '#lib/format/date.ts';

/** Says what stands in a field of a plan, as a person reads it. */
export function usePlanValue(): (field: PlanField, value: string) => string {
  const t = useTranslations('planWorkbook');
  return useCallback(
    (field, value) => {
      if (value === '') return t('blank');
      if (field === 'deadline') return formatDate(value);
      const state = field === 'state' ? STEP_STATES.find((one) => one === value) : undefined;
      return state === undefined ? value : t(`states.${state}`);
    },
    [t],
  );
}
