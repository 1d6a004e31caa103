import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginSending,
  type CellEdit,
  canRedo,
  canUndo,
  cellKey,
  type EditDesk,
  EMPTY_DESK,
  failSending,
  makeEdits,
  pendingTexts,
  redo,
  settleSending,
  undo,
} from './edit-desk.ts';
import type { CellChange, EditOutcome } from './editing.ts';
import { keepDesk, restoreDesk } from './kept-desk.ts';

/** A keeper of texts by cell: what begins with `nej` is refused, what changes nothing has no change set. */
class PlainKeeper {
  texts = new Map<string, string>();
  sets: { key: string; before: string; after: string }[][] = [];

  textOf(rowId: string, columnId: string): string {
    return this.texts.get(cellKey(rowId, columnId)) ?? '';
  }

  save(changes: readonly CellChange[]): EditOutcome<never> {
    const refused = changes.filter(({ text }) => text.startsWith('nej'));
    const set = changes
      .filter(({ text }) => !text.startsWith('nej'))
      .map(({ rowId, columnId, text }) => ({
        key: cellKey(rowId, columnId),
        before: this.textOf(rowId, columnId),
        after: text,
      }))
      .filter(({ before, after }) => before !== after);
    return this.keep(
      set,
      refused.map(({ rowId, columnId }) => ({ rowId, columnId, message: 'Afvist' })),
    );
  }

  undo(changeSet: number): EditOutcome<never> {
    const set = (this.sets[changeSet] ?? []).map(({ key, before, after }) => ({ key, before: after, after: before }));
    return this.keep(set, []);
  }

  private keep(
    set: { key: string; before: string; after: string }[],
    refused: EditOutcome<never>['refused'],
  ): EditOutcome<never> {
    for (const { key, after } of set) this.texts.set(key, after);
    if (set.length > 0) this.sets.push(set);
    return { changeSet: set.length > 0 ? this.sets.length - 1 : null, rows: [], refused };
  }
}

/** A desk with its keeper: `send` sends one thing, `lose` sends one whose answer is lost, `miss` does not get through. */
class Pair {
  desk: EditDesk = EMPTY_DESK;
  keeper = new PlainKeeper();

  edit(cells: readonly (readonly [row: string, column: string, text: string])[]): void {
    const edits: CellEdit[] = cells.map(([rowId, columnId, text]) => ({
      rowId,
      columnId,
      text,
      error: text.startsWith('fejl') ? 'Forstås ikke' : null,
      savedText: this.keeper.textOf(rowId, columnId),
    }));
    this.desk = makeEdits(this.desk, edits);
  }

  shown(rowId: string, columnId: string): string {
    const key = cellKey(rowId, columnId);
    return this.desk.marks.get(key)?.text ?? pendingTexts(this.desk).get(key) ?? this.keeper.textOf(rowId, columnId);
  }

  begin() {
    const { desk, request } = beginSending(this.desk);
    this.desk = desk;
    return request;
  }

  answer(request: NonNullable<ReturnType<Pair['begin']>>): EditOutcome<never> {
    return request.kind === 'save' ? this.keeper.save(request.changes) : this.keeper.undo(request.changeSet);
  }

  send(how: 'answered' | 'lost' | 'missed' = 'answered'): boolean {
    const request = this.begin();
    if (!request) return false;
    const outcome = how === 'missed' ? null : this.answer(request);
    this.desk = outcome && how === 'answered' ? settleSending(this.desk, outcome) : failSending(this.desk);
    return true;
  }

  sendAll(): void {
    while (this.send());
  }
}

describe('what is typed into a grid', () => {
  test('a step is shown at once, sent as one, and taken back as one', () => {
    const pair = new Pair();
    pair.edit([
      ['a', 'x', '1'],
      ['b', 'x', '2'],
    ]);
    expect(pair.shown('b', 'x')).toBe('2');
    expect(pair.keeper.textOf('b', 'x')).toBe('');
    pair.sendAll();
    expect(pair.keeper.sets).toHaveLength(1);
    pair.desk = undo(pair.desk);
    expect(pair.shown('a', 'x')).toBe('');
    pair.sendAll();
    expect(pair.keeper.textOf('b', 'x')).toBe('');
    pair.desk = redo(pair.desk);
    pair.sendAll();
    expect(pair.keeper.textOf('a', 'x')).toBe('1');
    expect(pair.keeper.sets).toHaveLength(3);
  });

  test('a text that does not check stays as typed, is not sent, and is taken back too', () => {
    const pair = new Pair();
    pair.edit([
      ['a', 'x', 'fejl i tal'],
      ['b', 'x', '7'],
    ]);
    pair.sendAll();
    expect(pair.desk.marks.get(cellKey('a', 'x'))).toMatchObject({ text: 'fejl i tal', error: 'Forstås ikke' });
    expect(pair.keeper.textOf('a', 'x')).toBe('');
    expect(pair.keeper.textOf('b', 'x')).toBe('7');
    pair.desk = undo(pair.desk);
    expect(pair.desk.marks.size).toBe(0);
    pair.sendAll();
    expect(pair.keeper.textOf('b', 'x')).toBe('');
  });

  test('what the keeper refuses comes back in its cell, and can be tried again', () => {
    const pair = new Pair();
    pair.edit([['a', 'x', 'nej']]);
    pair.sendAll();
    expect(pair.desk.marks.get(cellKey('a', 'x'))).toMatchObject({ text: 'nej', error: 'Afvist' });
    pair.edit([['a', 'x', 'nej']]);
    expect(pair.begin()).toEqual({ kind: 'save', changes: [{ rowId: 'a', columnId: 'x', text: 'nej' }] });
  });

  test('a refused text that was typed over meanwhile is there again when that is taken back', () => {
    const pair = new Pair();
    pair.edit([['a', 'x', 'nej']]);
    const request = pair.begin();
    pair.edit([['a', 'x', '2']]);
    if (request) pair.desk = settleSending(pair.desk, pair.answer(request));
    expect(pair.shown('a', 'x')).toBe('2');
    pair.sendAll();
    pair.desk = undo(pair.desk);
    expect(pair.desk.marks.get(cellKey('a', 'x'))).toMatchObject({ text: 'nej', error: 'Afvist' });
    pair.desk = undo(pair.desk);
    pair.sendAll();
    expect(pair.shown('a', 'x')).toBe('');
    expect(pair.keeper.textOf('a', 'x')).toBe('');
  });

  test('a step that waits and is taken back is never sent', () => {
    const pair = new Pair();
    pair.edit([['a', 'x', '1']]);
    pair.desk = undo(pair.desk);
    expect(pair.begin()).toBeNull();
    pair.desk = redo(pair.desk);
    expect(pair.begin()).toMatchObject({ kind: 'save' });
  });

  test('a step whose answer was lost is taken back by its texts', () => {
    const pair = new Pair();
    pair.edit([['a', 'x', '1']]);
    pair.send('lost');
    expect(pair.keeper.textOf('a', 'x')).toBe('1');
    pair.desk = undo(pair.desk);
    pair.sendAll();
    expect(pair.keeper.textOf('a', 'x')).toBe('');
  });

  test('a new step after taking back forgets what could have been done again', () => {
    const pair = new Pair();
    pair.edit([['a', 'x', '1']]);
    pair.desk = undo(pair.desk);
    expect(canRedo(pair.desk)).toBe(true);
    pair.edit([['a', 'x', '2']]);
    expect(canRedo(pair.desk)).toBe(false);
  });

  test('what is not sent outlives the page', () => {
    const pair = new Pair();
    pair.edit([['a', 'x', '1']]);
    pair.sendAll();
    expect(keepDesk(pair.desk)).toBeNull();
    pair.edit([['a', 'x', '2']]);
    pair.edit([['b', 'x', 'fejl']]);
    pair.send('missed');
    const kept = keepDesk(pair.desk);
    pair.desk = restoreDesk(JSON.parse(JSON.stringify(kept)));
    expect([pair.shown('a', 'x'), pair.shown('b', 'x')]).toEqual(['2', 'fejl']);
    pair.sendAll();
    expect(pair.keeper.textOf('a', 'x')).toBe('2');
    pair.desk = undo(pair.desk);
    pair.sendAll();
    expect(pair.keeper.textOf('a', 'x')).toBe('1');
  });

  test('a paste of 2,449 rows of two columns is one step and one change set', () => {
    const pair = new Pair();
    const cells = Array.from({ length: 2_449 }, (_, row) => [
      [`r${row}`, 'x', `${row}`] as const,
      [`r${row}`, 'y', 'navn'] as const,
    ]).flat();
    pair.edit(cells);
    pair.sendAll();
    expect(pair.keeper.sets).toHaveLength(1);
    expect(pair.desk.history).toHaveLength(1);
    pair.desk = undo(pair.desk);
    pair.sendAll();
    expect([...pair.keeper.texts.values()].every((text) => text === '')).toBe(true);
  });
});

const ROWS = ['a', 'b', 'c', 'd'];
const COLUMNS = ['x', 'y', 'z'];

type Act =
  | { do: 'edit'; cells: (readonly [string, string, string])[] }
  | { do: 'undo' | 'redo' | 'begin' | 'settle' | 'lost' | 'missed' };

const cell = fc.tuple(
  fc.constantFrom(...ROWS),
  fc.constantFrom(...COLUMNS),
  fc.constantFrom('', '1', '2', '3', 'fejl 1', 'fejl 2', 'nej 1', 'nej 2'),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('edit' as const), cells: fc.array(cell, { minLength: 1, maxLength: 6 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('begin' as const, 'settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('lost' as const, 'missed' as const) }) },
);

describe('any sequence of acts, held against plain arrays of what each step left', () => {
  /** Plays the acts; after each, what is shown must be what the plain model holds. */
  function play(acts: readonly Act[]): Pair {
    const pair = new Pair();
    const states: string[][][] = [ROWS.map(() => COLUMNS.map(() => ''))];
    let at = 0;
    let underWay: ReturnType<Pair['begin']> = null;
    const compare = () => {
      const shown = ROWS.map((row) => COLUMNS.map((column) => pair.shown(row, column)));
      expect(shown).toEqual(states[at]);
    };
    const settle = () => {
      if (underWay) pair.desk = settleSending(pair.desk, pair.answer(underWay));
      underWay = null;
    };
    for (const step of acts) {
      if (step.do === 'edit') {
        const unique = [...new Map(step.cells.map((item) => [`${item[0]}${item[1]}`, item])).values()];
        const before = pair.desk.nextId;
        pair.edit(unique);
        if (pair.desk.nextId !== before) {
          const next = states[at]?.map((row) => [...row]) ?? [];
          for (const [row, column, text] of unique) {
            const line = next[ROWS.indexOf(row)];
            if (line) line[COLUMNS.indexOf(column)] = text;
          }
          states.splice(at + 1, states.length, next);
          at += 1;
        }
      } else if (step.do === 'undo' && canUndo(pair.desk)) {
        pair.desk = undo(pair.desk);
        at -= 1;
      } else if (step.do === 'redo' && canRedo(pair.desk)) {
        pair.desk = redo(pair.desk);
        at += 1;
      } else if (step.do === 'begin') {
        underWay ??= pair.begin();
      } else if (step.do === 'settle') {
        settle();
      } else if ((step.do === 'lost' || step.do === 'missed') && underWay) {
        if (step.do === 'lost') pair.answer(underWay);
        underWay = null;
        pair.desk = failSending(pair.desk);
      }
      compare();
    }
    settle();
    pair.sendAll();
    compare();
    expect(pendingTexts(pair.desk).size).toBe(0);
    return pair;
  }

  test('shows what the model holds at every moment, whatever is on its way, lost or refused', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), (acts) => {
        play(acts);
      }),
      { numRuns: 400 },
    );
  });

  test('undo of everything gives the start, also at the keeper', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const pair = play(acts);
        while (canUndo(pair.desk)) pair.desk = undo(pair.desk);
        pair.sendAll();
        expect(pair.desk.marks.size).toBe(0);
        for (const row of ROWS) for (const column of COLUMNS) expect(pair.keeper.textOf(row, column)).toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
