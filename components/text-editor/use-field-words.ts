import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FieldWords } from './field-nodes.ts';

/** What an editor says of its fields, in the reader's language. */
export function useFieldWords(): FieldWords {
  const t = useTranslations('textEditor.fields');
  return useMemo(
    () => ({
      missing: (key) => t('missing', { key }),
      emptyChoice: t('emptyChoice'),
      footnote: (text) => t('footnote', { text }),
      figure: (label, key) => t('figure', { label, key }),
    }),
    [t],
  );
}
