'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Skeleton } from '#components/ui/skeleton.tsx';

/** How long a page may take before it is asked for again. */
const PATIENCE_MILLISECONDS = 6_000;

/**
 * What stands where a page will come. Going back to a list whose address was changed while a save was on its way leaves
 * Next.js waiting for an answer that nobody was asked for: a page that does not come is asked for anew.
 */
export function LoadingPage({ lines }: { lines: number }) {
  const t = useTranslations('common');
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(router.refresh, PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [router]);
  return <Skeleton lines={lines} label={t('loading')} />;
}
