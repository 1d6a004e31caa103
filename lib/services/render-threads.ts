import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RenderedFile, RenderTask } from './render-task.ts';

/** One processor is left to those who wait for a page, where there are more than two. */
const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() > 2 ? availableParallelism() - 1 : 2));
/** A thread may hold so much. */
const THREAD_MEGABYTES = 768;
/** So long a thread waits for more before its memory is given back. */
const IDLE_MS = 10_000;

/** The rendering was stopped before it came to its end. */
export class RenderingStopped extends Error {}

interface Job {
  task: RenderTask;
  signal: AbortSignal;
  resolve: (files: RenderedFile[]) => void;
  reject: (error: Error) => void;
}

interface Pool {
  idle: { worker: Worker; timer: NodeJS.Timeout }[];
  threads: number;
  waiting: Job[];
}

/** Each bundle of the pages has its own copy of this module; the threads of a process are shared. */
const shared = globalThis as typeof globalThis & { afstemtRendering?: Pool };
shared.afstemtRendering ??= { idle: [], threads: 0, waiting: [] };
const pool = shared.afstemtRendering;

/** The worker's source, which Node runs as it is: beside this file, or in the project when this one is bundled. */
function findWorker(): string {
  const own = import.meta.dirname;
  const beside = own === undefined ? '' : path.join(own, 'render-worker.ts');
  return existsSync(beside) ? beside : path.join(process.cwd(), 'lib', 'services', 'render-worker.ts');
}

/**
 * Does a task in a thread, as soon as one is free, so that nobody waits for it but who asked.
 * @throws RenderingStopped once `signal` says so
 */
export function renderInThread(task: RenderTask, signal: AbortSignal): Promise<RenderedFile[]> {
  return new Promise((resolve, reject) => {
    pool.waiting.push({ task, signal, resolve, reject });
    takeNext();
  });
}

function takeNext(): void {
  const job = pool.waiting[0];
  if (!job) return;
  const idle = pool.idle.pop();
  if (!idle && pool.threads >= MOST_THREADS) return;
  pool.waiting.shift();
  if (idle) clearTimeout(idle.timer);
  if (job.signal.aborted) {
    if (idle) rest(idle.worker);
    job.reject(new RenderingStopped());
    takeNext();
    return;
  }
  run(idle?.worker ?? startThread(), job);
}

function startThread(): Worker {
  pool.threads += 1;
  const worker = new Worker(findWorker(), {
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    execArgv: [],
  });
  // Who waits for a thread hears of its failure; one for which nobody waits must not end the server.
  worker.on('error', (error) => console.error('A rendering thread failed.', error));
  worker.once('exit', () => {
    pool.threads -= 1;
    pool.idle = pool.idle.filter((one) => one.worker !== worker);
    takeNext();
  });
  return worker;
}

function run(worker: Worker, { task, signal, resolve, reject }: Job): void {
  const settle = (end: () => void) => {
    worker.off('message', onMessage);
    worker.off('error', onError);
    worker.off('exit', onExit);
    signal.removeEventListener('abort', onAbort);
    end();
  };
  const onMessage = (answer: { files: RenderedFile[] } | { failed: string }) => {
    settle(() => ('files' in answer ? resolve(answer.files) : reject(new Error(answer.failed))));
    rest(worker);
    takeNext();
  };
  const onError = (error: Error) => settle(() => reject(error));
  const onExit = () => settle(() => reject(new Error('The rendering thread ended without an answer.')));
  const onAbort = () => {
    settle(() => reject(new RenderingStopped()));
    void worker.terminate();
  };
  worker.on('message', onMessage);
  worker.on('error', onError);
  worker.on('exit', onExit);
  signal.addEventListener('abort', onAbort, { once: true });
  worker.ref();
  worker.postMessage(task);
}

/** Keeps a thread for what comes next. Nobody has to wait for it to end before the process does. */
function rest(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    // Ending takes a moment, in which it must get no more work.
    pool.idle = pool.idle.filter((one) => one.worker !== worker);
    void worker.terminate();
  }, IDLE_MS);
  timer.unref();
  pool.idle.push({ worker, timer });
}
