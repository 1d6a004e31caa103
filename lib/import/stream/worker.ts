import { parentPort, workerData } from 'node:worker_threads';
import type { BalanceRow } from '../types.ts';
import { readLarge } from './read-large.ts';
import type { LargeProgress } from './types.ts';

// Runs beside the server in a thread of its own, whose memory is limited (see large-reader.ts).
const PROGRESS_MS = 150;
/** So many rows travel in one message: the thread that takes them is free between two. */
const BATCH = 2_000;

let toldAt = 0;
const { rows, ...rest } = await readLarge(workerData, (progress: LargeProgress) => {
  const now = performance.now();
  if (now - toldAt < PROGRESS_MS) return;
  toldAt = now;
  parentPort?.postMessage({ progress });
});
for (let begin = 0; begin < rows.length; begin += BATCH) {
  const batch: BalanceRow[] = rows.slice(begin, begin + BATCH);
  parentPort?.postMessage({ rows: batch });
}
parentPort?.postMessage({ rest });
