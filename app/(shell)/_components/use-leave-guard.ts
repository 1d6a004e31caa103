'use client';

import { useEffect } from 'react';

/** Lets the browser ask before the page is left with something typed that is kept nowhere. Drafts need no question. */
export function useLeaveGuard(isKeptNowhere: boolean) {
  useEffect(() => {
    if (!isKeptNowhere) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isKeptNowhere]);
}
