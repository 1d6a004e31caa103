'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

/**
 * What other pages were shown before is out of date once something was saved here: they are read anew when one leaves.
 * @returns to be called whenever something was saved
 */
export function useRefreshOnLeaving(): () => void {
  const router = useRouter();
  const isStale = useRef(false);
  useEffect(
    () => () => {
      if (isStale.current) router.refresh();
    },
    [router],
  );
  return useCallback(() => {
    isStale.current = true;
  }, []);
}
