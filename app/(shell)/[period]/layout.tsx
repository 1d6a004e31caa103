import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentContext } from '#lib/auth/current-context.ts';
import { findPeriod } from '#lib/services/read-state.ts';

/** Pages of a period exist for the periods that exist. */
export default async function PeriodLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ period: string }>;
}) {
  const { period } = await params;
  const { store } = await currentContext();
  if ((await findPeriod(store, period)) === null) notFound();
  return children;
}
