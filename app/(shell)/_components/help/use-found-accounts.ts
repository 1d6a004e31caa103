import { useEffect, useState } from 'react';
import { z } from 'zod';

const found = z.array(z.object({ number: z.string(), name: z.string(), imFunction: z.string() }));
type Found = z.infer<typeof found>;

/** How long one waits for the next key before asking, in ms. */
const REST = 120;
const NONE: Found = [];

/** The accounts of a period whose number or name holds what is typed; none while nothing is. */
export function useFoundAccounts(period: string | null, query: string): Found {
  const [answer, setAnswer] = useState<{ query: string; accounts: Found }>({ query: '', accounts: NONE });
  const asked = query.trim();
  useEffect(() => {
    if (period === null || asked === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const parameters = new URLSearchParams({ period, q: asked });
        const response = await fetch(`/api/find?${parameters}`, { signal: stop.signal });
        if (response.ok) setAnswer({ query: asked, accounts: found.parse(await response.json()) });
      } catch (error) {
        // Without a connection, places and acts are still there; what else went wrong is to be seen.
        if (!(error instanceof TypeError) && !stop.signal.aborted) throw error;
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [period, asked]);
  // Those of the word before stay while the next are fetched, so that nothing flickers.
  return asked === '' ? NONE : answer.accounts;
}
