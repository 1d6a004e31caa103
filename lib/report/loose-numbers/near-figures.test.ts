import { expect, test } from 'vitest';
import { buildReport } from '../build-report.ts';
import type { FigureScope } from '../figures/figure.ts';
import { listFigures } from '../figures/list-figures.ts';
import { DEMO_INSTALLATION, loadDemo } from '../testing/load-demo.ts';
import { amount, figure } from '../testing/sample-figures.ts';
import { proseOf } from '../testing/written-text.ts';
import { findLooseNumbers } from './find-loose-numbers.ts';
import { NearFigures } from './near-figures.ts';

const figures = listFigures(buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU'));

function nearest(text: string, scope: FigureScope) {
  const [loose] = findLooseNumbers(proseOf(text), figures, [], scope);
  return loose?.nearest ?? [];
}
const keysOf = (text: string, scope: FigureScope) => nearest(text, scope).map(({ key }) => key);

// The reference case: table 2.1 has 5 accounts, 3 of them with older amounts; 5 plans; the municipality has 86 findings.
test('accounts are offered for accounts, the committee’s total first where it writes of itself', () => {
  expect(keysOf('Udvalget har 12 konti til opfølgning.', 'committee').slice(0, 2)).toEqual([
    'tabel-2-1.i-alt.antal-konti',
    'tabel-2-1.i-alt.antal-aeldre',
  ]);
  for (const scope of ['committee', 'municipality'] as const) {
    for (const { thing } of nearest('Der er 12 konti til opfølgning.', scope)) expect(thing).toBe('konti');
  }
  expect(keysOf('Der er 87 konti til opfølgning.', 'municipality')[0]).toBe('opfoelgning.antal');
  expect(keysOf('Der er 81 konti i kategori 2.', 'committee')[0]).toBe('kategori2.antal');
});

test('findings are offered for findings, plans for plans, also where the word stands at another number', () => {
  expect(keysOf('Udvalget har 12 forhold.', 'committee')[0]).toBe('udvalget.forhold.antal');
  expect(keysOf('Kommunen har 12 forhold.', 'municipality')[0]).toBe('forhold.aeldre.antal');
  expect(keysOf('Der er 12 handleplaner.', 'committee')[0]).toBe('handleplaner.antal');
  expect(keysOf('Handleplaner er der 44 af.', 'committee')).not.toEqual([]);
  for (const text of [
    'Der er 12 handleplaner.',
    'Der var fra 44 til 41 handlingsplaner.',
    'Antallet af handleplaner er 44.',
  ]) {
    for (const { thing } of nearest(text, 'committee')) expect(thing, text).toBe('handleplaner');
  }
});

test('of amounts those near come first, the committee’s own before the municipality’s', () => {
  // Table 2.1 has 1.202 t.kr. in all; the municipality's categories -401.803 and 2.240 t.kr.
  expect(keysOf('Beløbet er 1.230 t.kr.', 'committee')[0]).toBe('tabel-2-1.i-alt.opfoelgning');
  expect(nearest('Beløbet er 401.805 t.kr.', 'committee')[0]?.printed).toBe('-401.803\u00a0t.kr.');
  expect(nearest('Beløbet er 1,5 mio. kr.', 'committee')[0]).toMatchObject({ scope: 'committee', isTotal: true });
  for (const { scope } of nearest('Beløbet er 7.777.777 kr.', 'municipality')) expect(scope).toBe('municipality');
});

test('totals come before rows, each size once', () => {
  const near = new NearFigures([
    { figure: { ...figure('row', 11), scope: 'committee' }, size: 11n },
    { figure: { ...figure('total', 5), scope: 'committee', isTotal: true }, size: 5n },
    { figure: { ...figure('theirs', 5), isTotal: true }, size: 5n },
    { figure: { ...figure('other', 12) }, size: 12n },
  ]);
  const keys = (size: bigint, scope: FigureScope) => near.find(size, scope).map(({ key }) => key);
  expect(keys(9n, 'committee')).toEqual(['total', 'row', 'other']);
  expect(keys(9n, 'municipality')).toEqual(['theirs', 'other', 'row']);
  expect(keys(12n, 'committee')).toEqual(['total', 'row', 'other']);
  expect(keys(11n, 'committee')).toEqual(['row', 'total', 'other']);
  expect(new NearFigures([{ figure: amount('zero', 0n), size: 0n }]).find(0n, 'committee')).toHaveLength(1);
});
