import { z } from 'zod';
import { assignAccounts } from '#lib/services/assign-accounts.ts';
import { problem, refused } from '#lib/services/context.ts';
import { copyPlans } from '#lib/services/copy-plans.ts';
import { editFindings } from '#lib/services/edit-findings.ts';
import { logCategory1 } from '#lib/services/log-category-1.ts';
import { handle, json } from '../handle.ts';
import { readJson } from '../read-json.ts';

/** What can be done to many at once, by its name in the order. */
const ACTS = {
  'category-1': logCategory1,
  assign: assignAccounts,
  findings: editFindings,
  plans: copyPlans,
} as const;

const job = z.string().min(1).max(60);
const order = z.union([
  z.object({ job, act: z.enum(['category-1', 'assign', 'findings', 'plans']), input: z.unknown() }),
  z.object({ job, cancel: z.literal(true) }),
]);

/** Acts under way, by person and job, and whether they are to stop. All of them run in this process. */
const underWay = new Map<string, { isCancelled: boolean }>();

/**
 * Does an act on many, and answers line by line while it is done: `{"done":250,"total":2000}` and last what came of it,
 * or stops the act of a job that is under way.
 */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const parsed = order.safeParse(await readJson(request));
    if (!parsed.success) return json(refused([problem('invalid')]), 400);
    const key = `${context.actor.personId} ${parsed.data.job}`;
    if ('cancel' in parsed.data) {
      const running = underWay.get(key);
      if (running) running.isCancelled = true;
      return json({ ok: running !== undefined });
    }
    const { act, input } = parsed.data;
    const state = { isCancelled: false };
    underWay.set(key, state);
    return answerInLines(async (say) => {
      try {
        say(
          await ACTS[act](context, input, {
            onProgress: (done, total) => say({ done, total }),
            isCancelled: () => state.isCancelled,
          }),
        );
      } finally {
        underWay.delete(key);
      }
    });
  });
}

/** An answer of JSON lines, each sent as soon as it is said. A reader who leaves stops nothing. */
function answerInLines(work: (say: (line: object) => void) => Promise<void>): Response {
  const encoder = new TextEncoder();
  let isLeft = false;
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const say = (line: object) => {
        if (!isLeft) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        await work(say);
        if (!isLeft) controller.close();
      } catch (error) {
        if (!isLeft) controller.error(error);
      }
    },
    cancel: () => {
      isLeft = true;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } });
}
