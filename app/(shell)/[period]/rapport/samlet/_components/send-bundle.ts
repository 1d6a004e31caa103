import type { BundleInput } from '#lib/schemas/bundle.ts';
import type { Result } from '#lib/services/context.ts';
import type { MadeBundle } from '#lib/services/make-bundle.ts';
import { readLines } from '../../../../_components/read-lines.ts';

export interface BundleProgress {
  done: number;
  total: number;
  /** What was done last. */
  name: string;
}

/** Has an archive made. Rejects where the server cannot be reached, or fails, or `signal` stops it. */
export async function sendBundle(
  input: BundleInput,
  onProgress: (progress: BundleProgress) => void,
  signal: AbortSignal,
): Promise<Result<MadeBundle>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/api/report-bundle', { method: 'POST', headers, body: JSON.stringify(input), signal });
  for await (const line of readLines(response)) {
    const said = line as { progress: BundleProgress } | Result<MadeBundle>;
    if ('ok' in said) return said;
    onProgress(said.progress);
  }
  throw new Error('The server did not say what came of it.');
}
