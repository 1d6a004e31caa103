import { expect, test } from 'vitest';
import { buildReport } from '#lib/report/build-report.ts';
import { listFigures } from '#lib/report/figures/list-figures.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { createFigureSource } from './figure-source.ts';

const source = createFigureSource(listFigures(buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU')), 'kategorier');
const keysOf = (query: string) => source.search(query).map(({ key }) => key);

test('figures are found by words in any order, by a function, by their key, which comes first', () => {
  expect(keysOf('kategori 3 antal')[0]).toBe('kategori3.antal');
  expect(keysOf('antal Kategori 3')[0]).toBe('kategori3.antal');
  expect(keysOf('kategori3.antal')[0]).toBe('kategori3.antal');
  expect(keysOf('  KATEGORI3.ANTAL ')[0]).toBe('kategori3.antal');
  expect(keysOf('9.52.59').length).toBeGreaterThan(1);
  expect(keysOf('9.52.59').every((key) => key.includes('9.52.59'))).toBe(true);
  expect(keysOf('findes ikke')).toEqual([]);
});

test('a figure shows what it is today, and is written in other units', () => {
  const found = source.find('kategori3.antal');
  expect(found?.isAmount).toBe(false);
  expect(source.write({ key: 'kategori3.antal', unit: 'usual' })).toBe(found?.printed);
  expect(source.write({ key: 'kategori3.netto', unit: 'mio. kr.' })).toMatch(/^-?[\d.]+,\d\u00a0mio\.\u00a0kr\.$/);
  expect(source.find('borte')).toBeNull();
  expect(source.write({ key: 'borte', unit: 'usual' })).toBeNull();
});

test('a choice follows the sign of its figure', () => {
  const choice = { by: 'change' as const, rise: 'steget', fall: 'faldet', none: 'uændret' };
  const choose = (key: string) => source.choose({ key, choice }, []);
  expect(choose('kategori3.antal.aendring')).toBe('faldet');
  expect(choose('kategori3.antal')).toBe('steget');
  expect(choose('borte')).toBeNull();
});
