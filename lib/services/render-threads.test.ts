import { afterEach, expect, it, vi } from 'vitest';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import type { RenderTask } from './render-task.ts';
import { RenderingStopped, renderInThread } from './render-threads.ts';

afterEach(() => {
  vi.useRealTimers();
});

const TASK: RenderTask = { kind: 'report', format: 'json', model: sampleModel() };
const never = new AbortController().signal;

it('a thread that is just being let go gets no more work', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const [first] = await renderInThread(TASK, never);
  vi.advanceTimersByTime(10_000);
  expect(await renderInThread(TASK, never)).toEqual([first]);
});

it('what is stopped before its turn, or in it, is not done, and what comes after is', async () => {
  const stop = new AbortController();
  const stopped = Array.from({ length: 6 }, () => renderInThread(TASK, stop.signal));
  stop.abort();
  const outcomes = await Promise.allSettled(stopped);
  for (const each of outcomes) expect(each).toMatchObject({ status: 'rejected', reason: expect.any(RenderingStopped) });
  expect(await renderInThread(TASK, never)).toHaveLength(1);
});
