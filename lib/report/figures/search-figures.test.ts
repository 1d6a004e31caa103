import { describe, expect, test } from 'vitest';
import type { TextPlace } from '#lib/domain/report-text.ts';
import { buildReport } from '../build-report.ts';
import { DEMO_INSTALLATION, loadDemo } from '../testing/load-demo.ts';
import { listFigures } from './list-figures.ts';
import { createFigureSearch } from './search-figures.ts';

const figures = listFigures(buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU'));
const search = (query: string, place: TextPlace = 'poster-til-opfoelgning') =>
  createFigureSearch(figures, place)(query).map(({ key }) => key);

describe('the search for a figure', () => {
  test.each<[query: string, place: TextPlace, first: string]>([
    ['udvalget netto', 'poster-til-opfoelgning', 'tabel-2-1.i-alt.opfoelgning'],
    ['udvalget netto', 'kategorier', 'tabel-2-1.i-alt.opfoelgning'],
    ['biu netto', 'indledning', 'tabel-2-1.i-alt.opfoelgning'],
    ['opfølgning', 'poster-til-opfoelgning', 'tabel-2-1.i-alt.opfoelgning'],
    ['opfølgning i alt', 'poster-til-opfoelgning', 'tabel-2-1.i-alt.opfoelgning'],
    ['opfølgning i alt', 'balancen', 'tabel-1-1.i-alt.opfoelgning'],
    ['i alt', 'poster-til-opfoelgning', 'tabel-2-1.i-alt.antal-konti'],
    ['i alt', 'afskrivninger', 'afskrivninger.i-alt'],
    ['total', 'balancen', 'tabel-1-1.i-alt.antal-konti'],
    ['antal konti', 'poster-til-opfoelgning', 'tabel-2-1.i-alt.antal-konti'],
    ['antal konti', 'kategorier', 'alle.antal'],
    ['antal forhold', 'poster-til-opfoelgning', 'udvalget.forhold.antal'],
    ['antal forhold', 'opmaerksomhedspunkter', 'forhold.antal'],
    ['kategori 3 antal', 'poster-til-opfoelgning', 'kategori3.antal'],
    ['antal Kategori 3', 'poster-til-opfoelgning', 'kategori3.antal'],
    ['kategori3.antal.f', 'poster-til-opfoelgning', 'kategori3.antal.forrige'],
    ['9.52.59 ældre', 'poster-til-opfoelgning', 'tabel-2-1.9.52.59.aeldre'],
    ['9.52.59 ældre', 'balancen', 'tabel-1-1.9.52.59.aeldre'],
    ['9.52.59 ældre', 'aeldre-end-et-aar', 'aeldre.9.52.59.BIF, KSD.kategori-2'],
    ['handleplaner', 'handleplaner', 'handleplaner.antal'],
    ['handleplaner', 'indledning', 'handleplaner.antal'],
    ['95900027', 'handleplaner', 'handleplaner.95900027.opfoelgning'],
  ])('for “%s” at %s begins with %s', (query, place, first) => {
    expect(search(query, place)[0]).toBe(first);
  });

  test('before anything is typed begins with what the place is about', () => {
    expect(search('')[0]).toBe('tabel-2-1.i-alt.antal-konti');
    expect(search('', 'afskrivninger')[0]).toBe('afskrivninger.antal');
    expect(search('', 'afstemte-konti')[0]).toMatch(/^afstemt-af\./);
    expect(search('')).toHaveLength(figures.length);
  });

  test('asks that all words are held', () => {
    expect(search('udvalget egenkapital saldo')).toEqual([]);
    expect(search('findes ikke')).toEqual([]);
  });
});

test('every figure says whose it is', () => {
  for (const { label, scope } of figures) {
    expect(label).toMatch(scope === 'committee' ? /^Udvalget, \p{Ll}/u : /^Kommunen, \p{Ll}/u);
  }
  expect(figures.find(({ key }) => key === 'tabel-2-1.i-alt.opfoelgning')?.label).toBe(
    'Udvalget, tabel 2.1 i alt: til opfølgning i alt',
  );
});
