import type { Shell } from '#lib/services/get-shell.ts';

/**
 * The period to begin in: the one last worked in, where it is still there, else the latest that has a balance, else the
 * latest; null before the first.
 */
export function firstPeriod(periods: Shell['periods'], lastSeen: string | undefined): string | null {
  if (periods.some(({ id }) => id === lastSeen)) return lastSeen ?? null;
  const ids = (chosen: Shell['periods']) => chosen.map((period) => period.id).sort();
  return ids(periods.filter((period) => period.hasBalance)).at(-1) ?? ids(periods).at(-1) ?? null;
}
