import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { ButtonLink } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** The same words for what does not exist and for what one may not see (product.md, rule 14). */
export function NotFoundNotice() {
  const t = useTranslations('errors');
  return (
    <EmptyState
      level={1}
      title={t('notFoundTitle')}
      action={<ButtonLink href={'/' as Route}>{t('toFront')}</ButtonLink>}
    >
      {t('notFoundText')}
    </EmptyState>
  );
}
