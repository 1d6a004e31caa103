import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeError } from '../issue.ts';
import type { BalanceRow } from '../types.ts';
import type { LargeProgress, LargeReading, LargeRequest } from './types.ts';

/** The reading thread may hold so much. A file that needs more is refused, and the server goes on. */
const WORKER_MEGABYTES = 320;

type Message = { progress: LargeProgress } | { rows: BalanceRow[] } | { rest: Omit<LargeReading, 'rows'> };

/** The reading was stopped before it came to its end. */
export class ReadingStopped extends Error {}

/** The worker's source, which Node runs as it is: beside this file, or in the project when this one is bundled. */
function findWorker(): string {
  const own = import.meta.dirname;
  const beside = own === undefined ? '' : path.join(own, 'worker.ts');
  return existsSync(beside) ? beside : path.join(process.cwd(), 'lib', 'import', 'stream', 'worker.ts');
}

/**
 * Reads a large file in a thread of its own, so that nobody waits for it but who asked.
 * @throws ReadingStopped once `signal` says so
 */
export async function readInThread(
  request: LargeRequest,
  onProgress: (progress: LargeProgress) => void,
  signal: AbortSignal,
): Promise<LargeReading> {
  if (signal.aborted) throw new ReadingStopped();
  const { promise, resolve, reject } = Promise.withResolvers<LargeReading>();
  const rows: BalanceRow[] = [];
  const worker = new Worker(findWorker(), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
    execArgv: [],
  });
  const stop = () => {
    reject(new ReadingStopped());
    void worker.terminate();
  };
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', (message: Message) => {
    if ('progress' in message) onProgress(message.progress);
    else if ('rows' in message) for (const row of message.rows) rows.push(row);
    else resolve({ ...message.rest, rows });
  });
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
    const issues = [makeError(request.name, 'large-too-much')];
    resolve({ rows: [], lines: 0, issues, ambiguous: [], headings: {}, reading: null });
  });
  worker.on('exit', () => reject(new Error('The reading thread ended without an answer.')));
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
