'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** A page that failed: what it means for one's work, the number to give to support, another try. */
export function ErrorNotice({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useTranslations('errors');
  return (
    <div role="alert">
      <EmptyState level={1} title={t('errorTitle')} action={<Button onClick={onRetry}>{t('tryAgain')}</Button>}>
        <p>{t('errorText')}</p>
        {digest && <p>{t('errorNumber', { digest })}</p>}
      </EmptyState>
    </div>
  );
}
