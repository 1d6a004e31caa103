/** What can change its name, merge or close between years. */
export const SUCCESSION_KINDS = ['committee', 'administration', 'imFunction'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** What a unit or function of the year before is called from `fiscalYear` on. */
export interface Succession {
  kind: SuccessionKind;
  fiscalYear: number;
  from: string;
  /** null: it closed, and nothing took its place. */
  to: string | null;
}

/**
 * Where a code of one year is found in a later one: year by year what was said of it, otherwise the code itself. Several
 * codes can lead to the same (a merger); null: it closed on the way.
 */
export function makeSuccessor(
  successions: readonly Succession[],
  kind: SuccessionKind,
  fromYear: number,
  toYear: number,
): (code: string) => string | null {
  const byYear = Map.groupBy(
    successions.filter((one) => one.kind === kind && one.fiscalYear > fromYear && one.fiscalYear <= toYear),
    (one) => one.fiscalYear,
  );
  const steps = [...byYear]
    .sort(([left], [right]) => left - right)
    .map(([, ofYear]) => new Map(ofYear.map(({ from, to }) => [from, to])));
  return (code) => {
    let at: string | null = code;
    for (const step of steps) {
      if (at === null) return null;
      const next = step.get(at);
      if (next !== undefined) at = next;
    }
    return at;
  };
}
