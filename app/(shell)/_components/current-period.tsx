'use client';

import { useParams } from 'next/navigation';
import { createContext, type ReactNode, use, useState } from 'react';

const CurrentPeriod = createContext<string | null>(null);

/**
 * The period that the address names or, on pages outside periods, the one last seen: so the navigation leads back to
 * where one came from.
 */
export function CurrentPeriodProvider({ latest, children }: { latest: string | null; children: ReactNode }) {
  const { period } = useParams<{ period?: string }>();
  const [lastSeen, setLastSeen] = useState(period ?? latest);
  if (period !== undefined && period !== lastSeen) setLastSeen(period);
  return <CurrentPeriod value={period ?? lastSeen}>{children}</CurrentPeriod>;
}

/** The period in view, `2023-12`; null before the first. */
export function useCurrentPeriod(): string | null {
  return use(CurrentPeriod);
}
