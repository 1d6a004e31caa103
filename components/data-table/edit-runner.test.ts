import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cellKey } from './edit-desk.ts';
import { EditRunner } from './edit-runner.ts';
import type { CellChange, EditOutcome, TableKeeper } from './editing.ts';

interface Row {
  id: string;
  text: string;
}

class Shelf {
  kept = new Map<string, string>();
  isFull = false;
  get length() {
    return this.kept.size;
  }
  key(index: number) {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

class Keeper implements TableKeeper<Row> {
  place = 'konti:demo';
  isReached = true;
  texts = new Map<string, string>();
  saves: CellChange[][] = [];

  async save(changes: readonly CellChange[]): Promise<EditOutcome<Row>> {
    await Promise.resolve();
    if (!this.isReached) throw new Error('unreachable');
    this.saves.push([...changes]);
    for (const { rowId, text } of changes) this.texts.set(rowId, text);
    return {
      changeSet: this.saves.length,
      rows: changes.map(({ rowId, text }) => ({ id: rowId, text })),
      refused: [],
    };
  }

  async undo(): Promise<EditOutcome<Row>> {
    return { changeSet: null, rows: [], refused: [] };
  }
}

function open(keeper: Keeper, shelf: Shelf): { runner: EditRunner<Row>; close: () => void } {
  const runner = new EditRunner<Row>((row) => row.id);
  runner.keeper = keeper;
  return { runner, close: runner.start(shelf) };
}

function type(runner: EditRunner<Row>, rowId: string, text: string): void {
  runner.edit([{ rowId, columnId: 'x', text, error: null, savedText: '' }]);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('sending what is typed', () => {
  test('is shown at once, saved, and the row is the keeper’s', async () => {
    const { runner } = open(new Keeper(), new Shelf());
    type(runner, 'a', '1');
    expect(runner.view().pending.get(cellKey('a', 'x'))).toBe('1');
    expect(runner.view().state.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(0);
    expect(runner.view().rows.get('a')).toEqual({ id: 'a', text: '1' });
    expect(runner.view().pending.size).toBe(0);
    expect(runner.view().state.kind).toBe('saved');
  });

  test('is tried again when the keeper cannot be reached, in order, and kept meanwhile', async () => {
    const keeper = new Keeper();
    const shelf = new Shelf();
    keeper.isReached = false;
    const { runner } = open(keeper, shelf);
    type(runner, 'a', '1');
    type(runner, 'b', '2');
    await vi.advanceTimersByTimeAsync(100);
    expect(runner.view().state).toEqual({ kind: 'unreached', isKept: true });
    expect(shelf.length).toBe(1);
    keeper.isReached = true;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(keeper.saves.map(([first]) => first?.rowId)).toEqual(['a', 'b']);
    expect(runner.view().state.kind).toBe('saved');
    expect(shelf.length).toBe(0);
  });

  test('what a page left is not sent over what somebody else wrote meanwhile, but stands marked', async () => {
    const shelf = new Shelf();
    const away = new Keeper();
    away.isReached = false;
    const first = open(away, shelf);
    type(first.runner, 'a', '1');
    type(first.runner, 'b', '2');
    type(first.runner, 'a', '3');
    await vi.advanceTimersByTimeAsync(100);
    first.runner.leave();
    first.close();
    const keeper = new Keeper();
    const second = new EditRunner<Row>((row) => row.id);
    second.keeper = keeper;
    second.overtaken = ({ rowId, beforeText }) => (rowId === 'a' && beforeText === '' ? 'Nu 9' : null);
    second.start(shelf);
    await vi.advanceTimersByTimeAsync(100);
    expect(keeper.saves.map((changes) => changes.map(({ rowId, text }) => [rowId, text]))).toEqual([[['b', '2']]]);
    expect([...second.view().desk.marks.values()]).toEqual([{ rowId: 'a', columnId: 'x', text: '3', error: 'Nu 9' }]);
  });

  test('says so where the browser cannot keep it', async () => {
    const keeper = new Keeper();
    const shelf = new Shelf();
    keeper.isReached = false;
    shelf.isFull = true;
    const { runner } = open(keeper, shelf);
    type(runner, 'a', '1');
    await vi.advanceTimersByTimeAsync(100);
    expect(runner.view().state).toEqual({ kind: 'unreached', isKept: false });
  });

  test('taken back before it was sent, nothing is left to say', async () => {
    const keeper = new Keeper();
    const { runner } = open(keeper, new Shelf());
    type(runner, 'a', '1');
    type(runner, 'b', '2');
    runner.undo();
    await vi.advanceTimersByTimeAsync(100);
    expect(keeper.saves).toHaveLength(1);
    expect(runner.view().pending.size).toBe(0);
  });
});

describe('what a page that is gone left', () => {
  test('is taken up by the next page, once', async () => {
    const keeper = new Keeper();
    const shelf = new Shelf();
    keeper.isReached = false;
    const first = open(keeper, shelf);
    type(first.runner, 'a', '1');
    await vi.advanceTimersByTimeAsync(100);
    first.close();
    keeper.isReached = true;
    const second = open(keeper, shelf);
    await vi.advanceTimersByTimeAsync(100);
    expect(keeper.texts.get('a')).toBe('1');
    expect(second.runner.view().state.kind).toBe('saved');
    expect(shelf.length).toBe(0);
  });

  test('a killed page’s is taken up after its silence; that of a page still there is not', async () => {
    const keeper = new Keeper();
    const shelf = new Shelf();
    keeper.isReached = false;
    const alive = open(keeper, shelf);
    type(alive.runner, 'a', '1');
    await vi.advanceTimersByTimeAsync(100);
    const killed = new Map(shelf.kept);
    const other = open(keeper, shelf);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(other.runner.view().desk.queue).toHaveLength(0);
    alive.close();
    other.close();
    shelf.kept = killed;
    keeper.isReached = true;
    open(keeper, shelf);
    await vi.advanceTimersByTimeAsync(100);
    expect(keeper.texts.get('a')).toBe('1');
  });

  test('what is on its way when the table goes is sent, and not a second time by the next', async () => {
    const keeper = new Keeper();
    const shelf = new Shelf();
    const first = open(keeper, shelf);
    type(first.runner, 'a', '1');
    first.close();
    open(keeper, shelf);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(keeper.saves).toHaveLength(1);
    expect(shelf.length).toBe(0);
  });

  test('what cannot be read is thrown away', () => {
    const shelf = new Shelf();
    shelf.setItem('afstemt.grid:konti:demo:x', '{"at":0,"steps":"?"}');
    shelf.setItem('afstemt.grid:andet:x', 'untouched');
    open(new Keeper(), shelf);
    expect([...shelf.kept.keys()]).toEqual(['afstemt.grid:andet:x']);
  });
});
