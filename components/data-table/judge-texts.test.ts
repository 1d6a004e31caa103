import { expect, test } from 'vitest';
import type { Column } from './columns.ts';
import { judgeTexts } from './judge-texts.ts';

interface Row {
  day: string;
}

const ADVICE = { message: 'Lukket', text: 'mandag', label: 'Brug mandag' };

const column: Column<Row> = {
  id: 'dag',
  header: 'Dag',
  width: 80,
  kind: 'text',
  value: ({ day }) => day,
  edit: {
    text: ({ day }) => day,
    check: (text) => (text.endsWith('dag') ? null : 'Ingen dag'),
    refusal: ({ day }) => (day === 'låst' ? 'Låst' : null),
    advise: (text) => (text === 'søndag' ? ADVICE : null),
  },
};

const judge = (day: string, text: string) => judgeTexts([{ rowId: 'a', row: { day }, column, text }], 'Kun læses');

test('a text that can be saved is saved, and advised against', () => {
  const { edits, refused, advised } = judge('fredag', ' søndag ');
  expect(edits).toEqual([{ rowId: 'a', columnId: 'dag', text: 'søndag', error: null, savedText: 'fredag' }]);
  expect(refused.size).toBe(0);
  expect(advised).toEqual([{ rowId: 'a', columnId: 'dag', advice: ADVICE }]);
});

test.each([
  // Nothing is odd about it.
  ['fredag', 'torsdag'],
  // The cell holds it anyway.
  ['søndag', 'søndag'],
  // The cell takes nothing.
  ['låst', 'søndag'],
  // It is wrong.
  ['fredag', 'søn'],
])('from %s to %s nothing is advised', (day, text) => {
  expect(judge(day, text).advised).toEqual([]);
});
