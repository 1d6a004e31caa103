'use client';

import { createContext, type ReactNode, use, useState } from 'react';

/** How much waits for the person in *Mine opgaver*, as a page was sent with it. */
export interface Waiting {
  count: number;
}

const Count = createContext(0);
const Tell = createContext<(count: number) => void>(() => undefined);

/** Holds how much waits for the person: as the last page said or, since then, the answer to something that was done. */
export function WaitingProvider({ waiting, children }: { waiting: Waiting; children: ReactNode }) {
  const [told, setTold] = useState({ since: waiting, count: waiting.count });
  return (
    <Tell value={(count) => setTold({ since: waiting, count })}>
      <Count value={told.since === waiting ? told.count : waiting.count}>{children}</Count>
    </Tell>
  );
}

/** How much waits for the person. */
export function useWaiting(): number {
  return use(Count);
}

/** Says how much waits now, where no page is shown anew that says it. */
export function useTellWaiting(): (count: number) => void {
  return use(Tell);
}
