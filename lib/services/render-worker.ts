import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type RenderTask, renderTask } from './render-task.ts';

// Runs beside the server in a thread of its own (see render-threads.ts), one task after the other.
const root = path.resolve(import.meta.dirname, '..', '..');

parentPort?.on('message', async (task: RenderTask) => {
  try {
    parentPort?.postMessage({ files: await renderTask(task, root) });
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
