'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

/**
 * What other pages were shown before is out of date once something was saved here: they are read anew when one leaves,
 * or at once where one has left before it was saved.
 * @returns to be called whenever something was saved
 */
export function useRefreshOnLeaving(): () => void {
  const router = useRouter();
  const isStale = useRef(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      if (isStale.current) router.refresh();
      isStale.current = false;
    };
  }, [router]);
  return useCallback(() => {
    if (isLeft.current) router.refresh();
    else isStale.current = true;
  }, [router]);
}
