'use client';

import { useRouter } from 'next/navigation';
import { createContext, use } from 'react';
import { useRefreshOnLeaving } from '../../../_components/bulk/use-refresh-on-leaving.ts';

/** How what was stored of an account comes into what is shown. */
interface DeskRefreshing {
  /** Fetches what is shown of the account anew. */
  refresh: () => void;
  /** Something of it was stored, and one goes on to the next: everything else that shows it is out of date. */
  noteStored: () => void;
}

const Refresh = createContext<DeskRefreshing | null>(null);

/** How the account is fetched anew by what is inside, where it is not the page that shows it. */
export const DeskRefresh = Refresh.Provider;

/** How the account is fetched anew, by whatever shows it. */
export function useDeskRefresh(): DeskRefreshing {
  const router = useRouter();
  const noteStored = useRefreshOnLeaving();
  return use(Refresh) ?? { refresh: router.refresh, noteStored };
}
