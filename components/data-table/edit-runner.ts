import { z } from 'zod';
import {
  beginSending,
  type CellEdit,
  type EditDesk,
  EMPTY_DESK,
  failSending,
  forgetKept,
  makeEdits,
  pendingTexts,
  redo,
  settleSending,
  takeChangeSet,
  undo,
} from './edit-desk.ts';
import type { EditOutcome, TableKeeper } from './editing.ts';
import { type KeptDesk, keepDesk, type Overtaken, restoreDesk } from './kept-desk.ts';

/** How long the runner waits before it tries again, by how often it has failed. */
const PAUSES_MILLISECONDS = [2_000, 5_000, 10_000, 30_000];
/** How often a page says that it still is there, and how long its silence means that it is not. */
const PULSE_MILLISECONDS = 5_000;
const SILENCE_MILLISECONDS = 15_000;

const mark = z.object({ rowId: z.string(), columnId: z.string(), text: z.string(), error: z.string() });
const keptDesk = z.object({
  /** When its page was last there; 0: it was left. */
  at: z.number(),
  marks: z.array(mark),
  steps: z.array(
    z.object({
      id: z.number(),
      cells: z.array(
        z.object({
          rowId: z.string(),
          columnId: z.string(),
          text: z.string(),
          error: z.string().nullable(),
          beforeText: z.string(),
          beforeMark: mark.nullable(),
        }),
      ),
      stands: z.enum(['unsent', 'applied', 'undone']),
      changeSet: z.number().nullable(),
    }),
  ),
  queue: z.array(z.object({ step: z.number(), want: z.enum(['applied', 'undone']) })),
});

/** How what is typed stands: nothing typed yet, saved, on its way, or not to be sent for now. */
export type EditState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** `isKept`: the browser keeps it meanwhile. */
  | { kind: 'unreached'; isKept: boolean };

/** What is to be seen of the edits at a moment. */
interface EditView<Row> {
  desk: EditDesk;
  /** Texts on their way, by cell. */
  pending: ReadonlyMap<string, string>;
  /** Rows as the keeper answered them, newer than the page's. */
  rows: ReadonlyMap<string, Row>;
  state: EditState;
}

/** The browser's store, as far as it is used. */
type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps what is typed into one table: shows it at once, sends it step by step, tries again when the keeper cannot be
 * reached, and meanwhile keeps it in the browser. Each page writes under its own name, so that two windows never take
 * each other's away; what a page that is gone left behind is taken up by the next.
 */
export class EditRunner<Row> {
  /** Null: nothing can be sent or kept. */
  keeper: TableKeeper<Row> | null = null;
  /** What a page left is held against what its cells hold now. */
  overtaken: Overtaken = () => null;
  #rowId: (row: Row) => string;
  #view: EditView<Row> = { desk: EMPTY_DESK, pending: new Map(), rows: new Map(), state: { kind: 'idle' } };
  #listeners = new Set<() => void>();
  #shelf: Shelf | null = null;
  #name: string;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setInterval> | undefined;
  #isShown = false;
  #pageRows: readonly Row[] = [];

  constructor(rowId: (row: Row) => string) {
    this.#rowId = rowId;
    this.#name = Math.random().toString(36).slice(2);
  }

  view = (): EditView<Row> => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to keep and send; takes up what earlier pages left. @returns how to end it */
  start(shelf: Shelf): () => void {
    this.#shelf = shelf;
    this.#isShown = true;
    this.#takeUpLeft();
    clearInterval(this.#pulse);
    this.#pulse = setInterval(() => {
      this.#keep(Date.now());
      if (this.#isShown) this.#takeUpLeft();
    }, PULSE_MILLISECONDS);
    return () => {
      this.#isShown = false;
      clearTimeout(this.#retry);
      this.#endWhereIdle();
    };
  }

  /** The page goes: what is not sent may be taken up by another at once. */
  leave = (): void => {
    this.#keep(0);
  };

  /** Takes the page's rows: where they are others than before, they are newer than those that were saved here. */
  takeRows(rows: readonly Row[]): void {
    if (rows === this.#pageRows) return;
    this.#pageRows = rows;
    if (this.#view.rows.size > 0) this.#show({ rows: new Map() });
  }

  edit(edits: readonly CellEdit[]): void {
    this.#change(makeEdits(this.#view.desk, edits));
  }

  take(changeSet: number): void {
    this.#change(takeChangeSet(this.#view.desk, changeSet));
  }

  undo(): void {
    this.#change(undo(this.#view.desk));
  }

  redo(): void {
    this.#change(redo(this.#view.desk));
  }

  forgetKept(): void {
    this.#change(forgetKept(this.#view.desk));
  }

  /** Tries to send what waits, now. */
  flush = (): void => {
    clearTimeout(this.#retry);
    this.#send();
  };

  #show(view: Partial<EditView<Row>>): void {
    this.#view = { ...this.#view, ...view };
    for (const listener of this.#listeners) listener();
  }

  #change(desk: EditDesk): void {
    if (desk === this.#view.desk) return;
    this.#show({ desk, pending: pendingTexts(desk) });
    this.#keep(Date.now());
    if (desk.failures === 0) this.#send();
  }

  #send(): void {
    const { keeper } = this;
    if (!keeper) return;
    const { desk, request } = beginSending(this.#view.desk);
    if (request === null) {
      // What waited was taken back before it was sent.
      const isIdle = !desk.sending && this.#view.state.kind !== 'saved';
      if (isIdle) this.#show({ desk, pending: pendingTexts(desk), state: { kind: 'idle' } });
      this.#keep(Date.now());
      return;
    }
    this.#show({ desk, state: { kind: 'saving' } });
    const answer = request.kind === 'save' ? keeper.save(request.changes) : keeper.undo(request.changeSet);
    answer.then(
      (outcome) => this.#settle(outcome),
      () => this.#fail(),
    );
  }

  #settle(outcome: EditOutcome<Row>): void {
    const desk = settleSending(this.#view.desk, outcome);
    const rows = new Map(this.#view.rows);
    for (const row of outcome.rows) rows.set(this.#rowId(row), row);
    const state: EditState = desk.queue.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: new Date() };
    this.#show({ desk, pending: pendingTexts(desk), rows, state });
    this.#keep(Date.now());
    this.#send();
    this.#endWhereIdle();
  }

  #fail(): void {
    const desk = failSending(this.#view.desk);
    this.#show({ desk });
    this.#show({ state: { kind: 'unreached', isKept: this.#keep(Date.now()) } });
    const pause = PAUSES_MILLISECONDS[Math.min(desk.failures, PAUSES_MILLISECONDS.length) - 1];
    clearTimeout(this.#retry);
    if (this.#isShown) this.#retry = setTimeout(() => this.#send(), pause);
    this.#endWhereIdle();
  }

  /** Where the table is gone, what is under way still goes its way; the rest is left to the next page. */
  #endWhereIdle(): void {
    const { sending, failures } = this.#view.desk;
    if (this.#isShown || (sending && failures === 0)) return;
    clearInterval(this.#pulse);
    this.#keep(0);
  }

  get #prefix(): string {
    return `afstemt.grid:${this.keeper?.place}:`;
  }

  /** Writes what is not sent, or takes away what is. @returns whether it is kept */
  #keep(at: number): boolean {
    const key = this.#prefix + this.#name;
    const kept = keepDesk(this.#view.desk);
    if (!this.#shelf || !this.keeper) return false;
    try {
      if (kept) this.#shelf.setItem(key, JSON.stringify({ at, ...kept }));
      else this.#shelf.removeItem(key);
      return true;
    } catch {
      // The browser's store is full or forbidden: the page says so, and asks before it is left.
      return false;
    }
  }

  /** What pages left that are gone. Only where nothing is typed here yet: steps of two pages have no common order. */
  #takeUpLeft(): void {
    if (!this.#shelf || !this.keeper || this.#view.desk !== EMPTY_DESK) return;
    for (let index = 0; index < this.#shelf.length; index += 1) {
      const key = this.#shelf.key(index);
      if (!key?.startsWith(this.#prefix) || key.endsWith(`:${this.#name}`)) continue;
      const left = readLeft(this.#shelf.getItem(key));
      if (left === 'unreadable') this.#shelf.removeItem(key);
      else if (left !== null) {
        this.#shelf.removeItem(key);
        const desk = restoreDesk(left, this.overtaken);
        this.#show({ desk, pending: pendingTexts(desk) });
        this.#keep(Date.now());
        this.#send();
        return;
      }
    }
  }
}

/** What a page left; null while it is still there. */
function readLeft(text: string | null): KeptDesk | null | 'unreadable' {
  if (text === null) return null;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  const parsed = keptDesk.safeParse(read);
  if (!parsed.success) return 'unreadable';
  return parsed.data.at > Date.now() - SILENCE_MILLISECONDS ? null : parsed.data;
}
