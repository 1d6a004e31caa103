import type { CellChange, EditOutcome } from './editing.ts';

/**
 * What has been typed into a grid, step by step: what each step changed, what of it waits to be sent, which texts did
 * not check. Pure: every function answers a new desk. One act (a paste of thousands of cells as well) is one step.
 */
export interface EditDesk {
  /** Steps by id, those that are undone or wait to be sent included. */
  steps: ReadonlyMap<number, Step>;
  /** Ids in the order that they were done in; of those, the first `done` stand. */
  history: readonly number[];
  done: number;
  /** Texts as typed that are not saved, with what is wrong with them. */
  marks: ReadonlyMap<string, Mark>;
  /** What is to be sent, in order. The first is under way while `sending`. */
  queue: readonly Wish[];
  sending: boolean;
  /** How often the first of the queue was tried in vain. */
  failures: number;
  nextId: number;
  /** Cells that could not be taken back, in words: since they were last read away. */
  kept: readonly string[];
}

export interface Mark {
  rowId: string;
  columnId: string;
  text: string;
  error: string;
}

interface StepCell {
  rowId: string;
  columnId: string;
  text: string;
  /** Not null: it did not check or was refused, so that the server has nothing of it. */
  error: string | null;
  /** What the cell held before, as a person would type it. */
  beforeText: string;
  /** A text that did not check and stood there before. */
  beforeMark: Mark | null;
}

export interface Step {
  id: number;
  cells: readonly StepCell[];
  /** What the server has of it. A change set of null: it may have something, but has no name for it. */
  stands: 'unsent' | 'applied' | 'undone';
  changeSet: number | null;
}

export interface Wish {
  step: number;
  want: 'applied' | 'undone';
}

/** One cell as a person changes it. */
export interface CellEdit {
  rowId: string;
  columnId: string;
  /** As typed. */
  text: string;
  /** What is wrong with it; null: it can be saved. */
  error: string | null;
  /** What the server's row holds, as a person would type it. */
  savedText: string;
}

/** What is to be asked of the keeper next. */
type KeeperRequest = { kind: 'save'; changes: CellChange[] } | { kind: 'undo'; changeSet: number };

const LONGEST_HISTORY = 500;

export const EMPTY_DESK: EditDesk = {
  steps: new Map(),
  history: [],
  done: 0,
  marks: new Map(),
  queue: [],
  sending: false,
  failures: 0,
  nextId: 1,
  kept: [],
};

export function cellKey(rowId: string, columnId: string): string {
  return `${columnId}\n${rowId}`;
}

function stepOf(desk: EditDesk, id: number): Step {
  const step = desk.steps.get(id);
  if (!step) throw new Error(`Step ${id} is not on the desk.`);
  return step;
}

/** The texts that wait to be sent, by cell. */
export function pendingTexts(desk: EditDesk): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { step, want } of desk.queue) {
    for (const cell of stepOf(desk, step).cells) {
      if (cell.error !== null) continue;
      texts.set(cellKey(cell.rowId, cell.columnId), want === 'applied' ? cell.text : cell.beforeText);
    }
  }
  return texts;
}

/** Forgets steps that neither the history nor the queue names. */
function prune(desk: EditDesk): EditDesk {
  const named = new Set([...desk.history, ...desk.queue.map(({ step }) => step)]);
  if (named.size === desk.steps.size) return desk;
  return { ...desk, steps: new Map([...desk.steps].filter(([id]) => named.has(id))) };
}

/**
 * Does a step: cells that hold the text already are left out, of two texts for one cell the last one counts; a step
 * without a change is none.
 */
export function makeEdits(desk: EditDesk, edits: readonly CellEdit[]): EditDesk {
  const pending = pendingTexts(desk);
  const cells: StepCell[] = [];
  const byCell = new Map(edits.map((edit) => [cellKey(edit.rowId, edit.columnId), edit]));
  for (const [key, { rowId, columnId, text, error, savedText }] of byCell) {
    const beforeMark = desk.marks.get(key) ?? null;
    const beforeText = pending.get(key) ?? savedText;
    const isSame = text === (beforeMark?.text ?? beforeText);
    // A text that was refused can be tried again.
    if (isSame && (beforeMark === null || error !== null)) continue;
    cells.push({ rowId, columnId, text, error, beforeText, beforeMark });
  }
  if (cells.length === 0) return desk;
  const step: Step = { id: desk.nextId, cells, stands: 'unsent', changeSet: null };
  const history = [...desk.history.slice(0, desk.done), step.id].slice(-LONGEST_HISTORY);
  return prune(
    wish(
      {
        ...desk,
        steps: new Map(desk.steps).set(step.id, step),
        history,
        done: history.length,
        marks: markCells(desk.marks, cells, 'applied'),
        nextId: desk.nextId + 1,
      },
      step,
      'applied',
    ),
  );
}

/** Puts what was changed beside the cells, by an act on many rows, among the steps: it is taken back in its turn. */
export function takeChangeSet(desk: EditDesk, changeSet: number): EditDesk {
  const step: Step = { id: desk.nextId, cells: [], stands: 'applied', changeSet };
  const history = [...desk.history.slice(0, desk.done), step.id].slice(-LONGEST_HISTORY);
  const steps = new Map(desk.steps).set(step.id, step);
  return prune({ ...desk, steps, history, done: history.length, nextId: desk.nextId + 1 });
}

/** The marks after a step is done or taken back. */
function markCells(marks: EditDesk['marks'], cells: readonly StepCell[], want: Wish['want']): Map<string, Mark> {
  const after = new Map(marks);
  for (const { rowId, columnId, text, error, beforeMark } of cells) {
    const key = cellKey(rowId, columnId);
    if (want === 'undone' && beforeMark) after.set(key, beforeMark);
    else if (want === 'applied' && error !== null) after.set(key, { rowId, columnId, text, error });
    else after.delete(key);
  }
  return after;
}

/** Puts what is to be sent in the queue; the opposite, where it still waits there, is dropped instead. */
function wish(desk: EditDesk, step: Step, want: Wish['want']): EditDesk {
  if (step.changeSet === null && step.cells.every(({ error }) => error !== null)) return desk;
  const last = desk.queue.at(-1);
  // What is under way, or was sent without an answer, may have reached the server.
  const mayBeThere = desk.queue.length === 1 && (desk.sending || desk.failures > 0);
  if (last && last.step === step.id && last.want !== want && !mayBeThere) {
    return { ...desk, queue: desk.queue.slice(0, -1) };
  }
  return { ...desk, queue: [...desk.queue, { step: step.id, want }] };
}

export function canUndo(desk: EditDesk): boolean {
  return desk.done > 0;
}

export function canRedo(desk: EditDesk): boolean {
  return desk.done < desk.history.length;
}

/** The cells of the step that undo or redo would touch; to go there. */
export function nextCells(desk: EditDesk, way: 'undo' | 'redo'): readonly { rowId: string; columnId: string }[] {
  const id = desk.history[way === 'undo' ? desk.done - 1 : desk.done];
  return id === undefined ? [] : stepOf(desk, id).cells;
}

/** Takes the last step back that stands. */
export function undo(desk: EditDesk): EditDesk {
  const id = desk.history[desk.done - 1];
  if (id === undefined) return desk;
  const step = stepOf(desk, id);
  const marks = markCells(desk.marks, step.cells, 'undone');
  return wish({ ...desk, done: desk.done - 1, marks }, step, 'undone');
}

/** Does again what was taken back last. */
export function redo(desk: EditDesk): EditDesk {
  const id = desk.history[desk.done];
  if (id === undefined) return desk;
  const step = stepOf(desk, id);
  const marks = markCells(desk.marks, step.cells, 'applied');
  return wish({ ...desk, done: desk.done + 1, marks }, step, 'applied');
}

function requestFor(step: Step, want: Wish['want']): KeeperRequest | null {
  const isThere = want === 'applied' ? step.stands === 'applied' : step.stands !== 'applied';
  if (isThere) return null;
  if (step.stands !== 'unsent' && step.changeSet !== null) return { kind: 'undo', changeSet: step.changeSet };
  // Without a name for it (an answer that was lost, nothing that changed) the texts themselves are sent.
  const changes = step.cells
    .filter(({ error }) => error === null)
    .map(({ rowId, columnId, text, beforeText }) => ({
      rowId,
      columnId,
      text: want === 'applied' ? text : beforeText,
    }));
  return changes.length === 0 ? null : { kind: 'save', changes };
}

/** Takes up the next thing to send, where there is one and nothing is under way. */
export function beginSending(desk: EditDesk): { desk: EditDesk; request: KeeperRequest | null } {
  if (desk.sending) return { desk, request: null };
  let left = desk;
  for (let first = left.queue[0]; first; first = left.queue[0]) {
    const request = requestFor(stepOf(left, first.step), first.want);
    if (request) return { desk: { ...left, sending: true }, request };
    left = { ...left, queue: left.queue.slice(1) };
  }
  return { desk: prune(left), request: null };
}

/** The keeper could not be reached: what was under way waits. */
export function failSending(desk: EditDesk): EditDesk {
  return { ...desk, sending: false, failures: desk.failures + 1 };
}

/** What the keeper answered to what was under way. */
export function settleSending(desk: EditDesk, outcome: Omit<EditOutcome<unknown>, 'rows'>): EditDesk {
  const [sent, ...queue] = desk.queue;
  if (!sent) return { ...desk, sending: false };
  const step = stepOf(desk, sent.step);
  const refusals = new Map(outcome.refused.map((cell) => [cellKey(cell.rowId, cell.columnId ?? ''), cell.message]));
  const refusalOf = (cell: StepCell) =>
    refusals.get(cellKey(cell.rowId, cell.columnId)) ?? refusals.get(cellKey(cell.rowId, '')) ?? null;
  const settled: EditDesk = { ...desk, queue, sending: false, failures: 0 };
  if (sent.want === 'undone') {
    const kept = step.cells.flatMap((cell) => (cell.error === null ? (refusalOf(cell) ?? []) : []));
    const after: Step = { ...step, stands: 'undone', changeSet: outcome.changeSet };
    return prune({
      ...settled,
      steps: new Map(desk.steps).set(step.id, after),
      kept: [...desk.kept, ...kept],
    });
  }
  const cells = step.cells.map((cell) => (cell.error === null ? { ...cell, error: refusalOf(cell) } : cell));
  const after: Step = { ...step, cells, stands: 'applied', changeSet: outcome.changeSet };
  const newlyRefused = cells.filter((cell, index) => cell.error !== null && step.cells[index]?.error === null);
  return prune(refuse({ ...settled, steps: new Map(desk.steps).set(step.id, after) }, step.id, newlyRefused));
}

/**
 * Marks refused cells with the text as typed. Where a later step has been there meanwhile, the text is what that step
 * comes back to; where the step itself was undone meanwhile, nothing of it is to be seen.
 */
function refuse(desk: EditDesk, stepId: number, cells: readonly StepCell[]): EditDesk {
  if (cells.length === 0) return desk;
  const place = desk.history.indexOf(stepId);
  const marks = new Map(desk.marks);
  const steps = new Map(desk.steps);
  const later = place < 0 ? [] : desk.history.slice(place + 1).map((id) => stepOf(desk, id));
  const standsStill = place >= 0 && place < desk.done;
  const firstLater = new Map<string, Step>();
  for (const step of [...later].reverse()) {
    for (const cell of step.cells) firstLater.set(cellKey(cell.rowId, cell.columnId), step);
  }
  for (const { rowId, columnId, text, error } of cells) {
    if (error === null) continue;
    const key = cellKey(rowId, columnId);
    const mark: Mark = { rowId, columnId, text, error };
    const next = firstLater.get(key);
    if (next) {
      const known = steps.get(next.id) ?? next;
      const changed = known.cells.map((cell) =>
        cell.rowId === rowId && cell.columnId === columnId ? { ...cell, beforeMark: mark } : cell,
      );
      steps.set(next.id, { ...known, cells: changed });
    }
    const isUnderLater = next !== undefined && desk.history.indexOf(next.id) < desk.done;
    if (standsStill && !isUnderLater) marks.set(key, mark);
  }
  return { ...desk, marks, steps };
}

/** The desk without the words of what could not be taken back. */
export function forgetKept(desk: EditDesk): EditDesk {
  return desk.kept.length === 0 ? desk : { ...desk, kept: [] };
}
