'use client';

import { useRouter } from 'next/navigation';
import { createContext, useContext } from 'react';

const Refresh = createContext<(() => void) | null>(null);

/** How the account is fetched anew by what is inside, where it is not the page that shows it. */
export const DeskRefresh = Refresh.Provider;

/** Fetches what is shown of the account anew. */
export function useDeskRefresh(): () => void {
  const router = useRouter();
  return useContext(Refresh) ?? router.refresh;
}

/** The same, where the page that one acts on does not show the account anew by itself; null where it does. */
export function useOwnRefresh(): (() => void) | null {
  return useContext(Refresh);
}
