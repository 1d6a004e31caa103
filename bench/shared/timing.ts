/** Times of several runs, in milliseconds, in the order of size. */
export interface Sample {
  sorted: number[];
  median: number;
}

/** @throws where there are no times */
export function toSample(times: number[]): Sample {
  const sorted = times.toSorted((left, right) => left - right);
  return { sorted, median: quantile(sorted, 0.5) };
}

/** The smallest time that `share` of the sorted times do not exceed; the middle of two for the median of an even number. */
export function quantile(sorted: number[], share: number): number {
  const place = share * sorted.length;
  const upper = sorted[Math.max(0, Math.ceil(place) - 1)];
  if (upper === undefined) throw new Error('Nothing was measured.');
  return Number.isInteger(place) && share === 0.5 ? (upper + (sorted[place] ?? upper)) / 2 : upper;
}

/** How long `work` takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/**
 * Runs the works in turns, `runs` times each, so that what disturbs the machine disturbs all of them alike. Each makes
 * what it needs and returns the time of the measured part, in milliseconds.
 */
export async function sampleInTurns(runs: number, ...works: (() => Promise<number>)[]): Promise<Sample[]> {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, work] of works.entries()) times[index]?.push(await work());
  }
  return times.map(toSample);
}

/** `34 ms (31–52)` */
export function showSample({ sorted, median }: Sample): string {
  return `${showTime(median)} (${showNumber(sorted[0] ?? median)}–${showNumber(sorted.at(-1) ?? median)})`;
}

/** `34 ms`, with a decimal where it tells something. */
export function showTime(milliseconds: number): string {
  return `${showNumber(milliseconds)} ms`;
}

function showNumber(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

/** `2.4×` */
export function showRatio(ours: number, beside: number): string {
  return `${(ours / beside).toFixed(1)}×`;
}
