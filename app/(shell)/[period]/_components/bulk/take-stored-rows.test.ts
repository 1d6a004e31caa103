import { describe, expect, it } from 'vitest';
import { takeStoredRows } from './take-stored-rows.ts';

interface Row {
  id: string;
  version: number;
  text: string;
}

const rowId = (row: Row) => row.id;
const first: Row = { id: '95900015/BIU', version: 3, text: 'før' };
const second: Row = { id: '95900015/KFU', version: 3, text: 'før' };

function list() {
  return new Map([first, second].map((row) => [row.id, row]));
}

describe('the rows of an account that was stored beside its list', () => {
  it('come into the list, and a later save of the list names their versions', () => {
    const known = list();
    const stored = [
      { ...first, version: 4, text: 'nu' },
      { ...second, version: 4, text: 'nu' },
    ];
    expect(takeStoredRows(known, [first, second], stored, rowId)).toEqual(stored);
    expect([...known.values()]).toEqual(stored);
  });

  it('come in where the version is the same: an assignment or an approval leaves it', () => {
    const stored = [{ ...first, text: 'nu' }, second];
    expect(takeStoredRows(list(), [first, second], stored, rowId)).toEqual(stored);
  });

  it('give way to what the list has saved since', () => {
    const known = list();
    const since = { ...first, version: 5, text: 'siden' };
    known.set(first.id, since);
    expect(takeStoredRows(known, [since, second], [{ ...first, version: 4, text: 'nu' }, second], rowId)).toEqual([
      second,
    ]);
    expect(known.get(first.id)).toBe(since);
  });

  it('are not put in place where one came, went, or both', () => {
    const other = { ...first, id: '95900015/KFF' };
    for (const stored of [[first], [first, second, other], [first, other], []]) {
      const known = list();
      expect(takeStoredRows(known, [first, second], stored, rowId)).toBeNull();
      expect(known).toEqual(list());
    }
  });

  it('are none where the reader has none in the list', () => {
    expect(takeStoredRows(list(), [], [], rowId)).toEqual([]);
  });
});
