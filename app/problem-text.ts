import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '#lib/services/context.ts';

/** Says a problem in words (`problems` in messages). The function is stable. */
export function useProblemText(): (problem: Pick<Problem, 'code' | 'params'>) => string {
  const t = useTranslations('problems');
  return useCallback(({ code, params }) => t(code as Parameters<typeof t>[0], params), [t]);
}
