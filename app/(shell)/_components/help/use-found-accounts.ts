import { useEffect, useState } from 'react';
import { z } from 'zod';

const found = z.array(z.object({ number: z.string(), name: z.string(), imFunction: z.string() }));
type Found = z.infer<typeof found>;

/** How long one waits for the next key before asking, in ms. */
const REST = 120;
const NONE: Found = [];

/**
 * The accounts of a period whose number or name holds what is typed; none while nothing is. `isAsking`: those are not
 * there yet, and the ones found for the letters before stand in, so that nothing flickers.
 */
export function useFoundAccounts(period: string | null, query: string): { accounts: Found; isAsking: boolean } {
  const [answer, setAnswer] = useState<{ query: string; accounts: Found }>({ query: '', accounts: NONE });
  const asked = query.trim();
  useEffect(() => {
    if (period === null || asked === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const parameters = new URLSearchParams({ period, q: asked });
        const response = await fetch(`/api/find?${parameters}`, { signal: stop.signal });
        setAnswer({ query: asked, accounts: response.ok ? found.parse(await response.json()) : NONE });
      } catch (error) {
        if (stop.signal.aborted) return;
        setAnswer({ query: asked, accounts: NONE });
        // Without a connection, places and acts are still there; what else went wrong is to be seen.
        if (!(error instanceof TypeError)) throw error;
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [period, asked]);
  if (period === null || asked === '') return { accounts: NONE, isAsking: false };
  return { accounts: answer.accounts, isAsking: answer.query !== asked };
}
