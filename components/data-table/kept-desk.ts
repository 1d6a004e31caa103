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

/** Says of a cell that was typed earlier that it holds something else by now, in words for its place; null: it does not. */
export type Overtaken = (cell: { rowId: string; columnId: string; text: string; beforeText: string }) => string | null;

/**
 * The desk as an earlier page left it, without what it had sent. What was typed into a cell that somebody else has
 * changed since is marked, not sent: whoever typed it says whether it is to stand.
 */
export function restoreDesk(kept: KeptDesk, overtaken: Overtaken = () => null): EditDesk {
  const { steps, marks } = withoutOvertaken(kept, overtaken);
  const left = new Set(steps.map(({ id }) => id));
  const queue = kept.queue.filter(({ step }) => left.has(step));
  const wanted = new Map(queue.map(({ step, want }) => [step, want]));
  const history = steps.filter(({ id }) => wanted.get(id) === 'applied').map(({ id }) => id);
  return {
    ...EMPTY_DESK,
    steps: new Map(steps.map((step) => [step.id, step])),
    history,
    done: history.length,
    marks: new Map(marks.map((mark) => [cellKey(mark.rowId, mark.columnId), mark])),
    queue,
    nextId: Math.max(0, ...kept.steps.map(({ id }) => id)) + 1,
  };
}

/** Only the first text of a cell is held against what it holds now: those after it were typed over the first. */
function withoutOvertaken(kept: KeptDesk, overtaken: Overtaken): { steps: Step[]; marks: readonly Mark[] } {
  const seen = new Set<string>();
  const marked = new Map<string, Mark>();
  const steps = kept.steps.flatMap((step): Step[] => {
    if (step.stands !== 'unsent') return [step];
    const cells = step.cells.filter((cell) => {
      const { rowId, columnId, text, error } = cell;
      const key = cellKey(rowId, columnId);
      const words = marked.get(key)?.error ?? (seen.has(key) || error !== null ? null : overtaken(cell));
      seen.add(key);
      if (words !== null) marked.set(key, { rowId, columnId, text, error: words });
      return words === null;
    });
    return cells.length > 0 ? [{ ...step, cells }] : [];
  });
  const others = kept.marks.filter(({ rowId, columnId }) => !marked.has(cellKey(rowId, columnId)));
  return { steps, marks: [...others, ...marked.values()] };
}
