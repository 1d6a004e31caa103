import { expect, test } from 'vitest';
import type { FigureWords } from '#lib/report/figures/figure.ts';
import type { LooseNumber } from '#lib/report/loose-numbers/find-loose-numbers.ts';
import { asField } from './as-field.ts';

const figure = (cell: FigureWords['cell']): FigureWords => ({
  key: 'opfoelgning.netto',
  label: 'Til opfølgning',
  cell,
  unit: typeof cell === 'number' ? '' : 't.kr.',
  printed: '',
  scope: 'municipality',
  isTotal: true,
  thing: typeof cell === 'number' ? 'konti' : '',
  words: '',
});
const loose = (number: string): LooseNumber => ({
  number,
  context: number,
  severity: 'blocking',
  at: { block: 1, path: [], footnote: null, from: 10, to: 10 + number.length },
  inChoice: false,
  nearest: [],
});
const amount = figure({ ore: '-39956300000', printed: '-399.563' });

test('a figure takes the place of the whole amount, in the unit that was typed', () => {
  expect(asField(loose('-399,6 mio. kr.'), amount)).toMatchObject({
    at: { from: 10, to: 25 },
    field: { kind: 'figure', key: 'opfoelgning.netto', unit: 'mio. kr.' },
  });
  expect(asField(loose('-399.563 t.kr.'), amount).field.unit).toBe('t.kr.');
  expect(asField(loose('-399.563.000 kr.'), amount).field.unit).toBe('kr.');
  expect(asField(loose('-399.563'), amount).field.unit).toBe('usual');
});

test('the sign is left out where words say it', () => {
  expect(asField(loose('399.563 t.kr.'), amount).field.absolute).toBe(true);
  expect(asField(loose('-399.563 t.kr.'), amount).field).not.toHaveProperty('absolute');
  expect(asField(loose('5 t.kr.'), figure({ ore: '500000', printed: '5' })).field).not.toHaveProperty('absolute');
});

test('of a count only the number is replaced', () => {
  expect(asField(loose('12 konti'), figure(80))).toMatchObject({ at: { from: 10, to: 12 }, field: { unit: 'usual' } });
});
