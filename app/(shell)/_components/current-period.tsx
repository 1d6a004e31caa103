'use client';

import { useParams } from 'next/navigation';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { parsePeriod } from '#lib/domain/period.ts';
import { PERIOD_COOKIE } from '../../preferences.ts';

/** Thirty days: who comes back after a period's work begins in the newest. */
const KEPT_MILLISECONDS = 2_592_000_000;

/** Lets the server know it the next time. Browsers that cannot, begin in the newest. */
function keep(period: string): void {
  if (!('cookieStore' in window)) return;
  void window.cookieStore.set({
    name: PERIOD_COOKIE,
    value: period,
    expires: Date.now() + KEPT_MILLISECONDS,
    path: '/',
    sameSite: 'lax',
  });
}

const CurrentPeriod = createContext<string | null>(null);

/**
 * The period that the address names or, on pages outside periods, the one last seen, also the next day: so the
 * navigation leads back to where one came from.
 */
export function CurrentPeriodProvider({ first, children }: { first: string | null; children: ReactNode }) {
  const { period } = useParams<{ period?: string }>();
  const [lastSeen, setLastSeen] = useState(period ?? first);
  if (period !== undefined && period !== lastSeen) setLastSeen(period);
  useEffect(() => {
    if (period !== undefined && parsePeriod(period) !== null) keep(period);
  }, [period]);
  return <CurrentPeriod value={period ?? lastSeen}>{children}</CurrentPeriod>;
}

/** The period in view, `2023-12`; null before the first. */
export function useCurrentPeriod(): string | null {
  return use(CurrentPeriod);
}
