import type { AssignInput, CopyPlansInput, EditFindingsInput, LogCategory1Input } from '#lib/schemas/bulk.ts';
import type { Problem, Result } from '#lib/services/context.ts';
import { readLines } from '../../../_components/read-lines.ts';

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
  for await (const line of readLines(response)) {
    const said = line as BulkProgress | Result<BulkAnswer>;
    if ('ok' in said) return said;
    onProgress(said);
  }
  throw new Error('The server did not say what came of it.');
}

/** Stops an act that is under way. */
export async function cancelBulk(job: string): Promise<void> {
  await post({ job, cancel: true });
}
