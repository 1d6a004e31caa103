import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '#lib/services/context.ts';

type Told = Pick<Problem, 'code'> & Partial<Pick<Problem, 'params'>>;

/** Says a problem in words (`problems` in messages); one without words is *invalid*. The function is stable. */
export function useProblemText(): (problem: Told) => string {
  const t = useTranslations('problems');
  return useCallback(({ code, params }) => (t.has(code) ? t(code, params) : t('invalid')), [t]);
}
