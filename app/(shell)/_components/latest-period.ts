import type { Shell } from '#lib/services/get-shell.ts';

/** The period to begin in: the latest that has a balance, else the latest; null before the first. */
export function latestPeriod(periods: Shell['periods']): string | null {
  const ids = (chosen: Shell['periods']) => chosen.map((period) => period.id).sort();
  return ids(periods.filter((period) => period.hasBalance)).at(-1) ?? ids(periods).at(-1) ?? null;
}
