import type { AssignInput, CopyPlansInput, EditFindingsInput, LogCategory1Input } from '#lib/schemas/bulk.ts';
import type { Problem, Result } from '#lib/services/context.ts';

/** An act on many, as the server takes it. */
export type BulkOrder =
  | { act: 'category-1'; input: LogCategory1Input }
  | { act: 'assign'; input: AssignInput }
  | { act: 'findings'; input: EditFindingsInput }
  | { act: 'plans'; input: CopyPlansInput };

/** What came of an act on many. */
export interface BulkAnswer {
  changeSet: number | null;
  changed: string[];
  refused: { account: string; problem: Problem }[];
  isStopped: boolean;
}

export interface BulkProgress {
  done: number;
  total: number;
}

function post(body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch('/api/bulk', { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Has an act done. Rejects where the server cannot be reached, or fails. */
export async function sendBulk(
  job: string,
  order: BulkOrder,
  onProgress: (progress: BulkProgress) => void,
): Promise<Result<BulkAnswer>> {
  const response = await post({ job, ...order });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error(`The server answered ${response.status}.`);
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said: BulkProgress | Result<BulkAnswer> = JSON.parse(line);
      if ('ok' in said) return said;
      onProgress(said);
    }
    if (done) throw new Error('The server did not say what came of it.');
  }
}

/** Stops an act that is under way. */
export async function cancelBulk(job: string): Promise<void> {
  await post({ job, cancel: true });
}
