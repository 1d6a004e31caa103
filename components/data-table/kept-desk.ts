import { cellKey, type EditDesk, EMPTY_DESK, type Mark, type Step, type Wish } from './edit-desk.ts';

/** What outlives the page: the texts that did not check, and the steps that are not sent. */
export interface KeptDesk {
  marks: readonly Mark[];
  steps: readonly Step[];
  queue: readonly Wish[];
}

export function keepDesk({ marks, steps, queue }: EditDesk): KeptDesk | null {
  if (marks.size === 0 && queue.length === 0) return null;
  const waiting = new Set(queue.map(({ step }) => step));
  return { marks: [...marks.values()], steps: [...steps.values()].filter(({ id }) => waiting.has(id)), queue };
}

/** The desk as an earlier page left it, without what it had sent. */
export function restoreDesk(kept: KeptDesk): EditDesk {
  const wanted = new Map(kept.queue.map(({ step, want }) => [step, want]));
  const history = kept.steps.filter(({ id }) => wanted.get(id) === 'applied').map(({ id }) => id);
  return {
    ...EMPTY_DESK,
    steps: new Map(kept.steps.map((step) => [step.id, step])),
    history,
    done: history.length,
    marks: new Map(kept.marks.map((mark) => [cellKey(mark.rowId, mark.columnId), mark])),
    queue: kept.queue,
    nextId: Math.max(0, ...kept.steps.map(({ id }) => id)) + 1,
  };
}
