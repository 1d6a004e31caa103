'use client';

import { useEffect, useState } from 'react';

/**
 * Asks before unsaved work is left: the browser asks when the page closes; a click on a link of ours is held back and
 * returned as `destination`.
 */
export function useLeaveGuard(dirty: boolean) {
  const [destination, setDestination] = useState<string | null>(null);

  useEffect(() => {
    if (!dirty) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const elsewhere =
        link.origin !== window.location.origin || link.target === '_blank' || link.hasAttribute('download');
      const here = link.pathname === window.location.pathname && link.search === window.location.search;
      if (elsewhere || here) return;
      event.preventDefault();
      event.stopPropagation();
      setDestination(link.pathname + link.search + link.hash);
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', beforeLink, true);
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', beforeLink, true);
    };
  }, [dirty]);

  return { destination, stay: () => setDestination(null) };
}
