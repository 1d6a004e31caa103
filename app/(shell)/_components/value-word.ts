import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ShownValue } from '#lib/services/describe-change.ts';

type Word = Extract<ShownValue, { kind: 'flag' | 'method' | 'status' | 'word' }>;

/** Says a value that is one of a few by its word. The function is stable. */
export function useValueWord(): (value: Word) => string {
  const t = useTranslations();
  return useCallback(
    (value) => {
      switch (value.kind) {
        case 'flag':
          return value.yes ? t('common.yes') : t('common.no');
        case 'method':
          return t(`import.change.method.${value.method}`);
        case 'status':
          return t(`trail.status.${value.status}`);
        case 'word':
          return t(`trail.words.${value.word}`);
      }
    },
    [t],
  );
}
