import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildReport } from './build-report.ts';
import { toJson } from './json.ts';
import { isMoney } from './model.ts';
import { ANY_INSTALLATION, arbitraryMunicipality } from './testing/arbitrary.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')),
);
const demo = loadDemo();

/** What a program would read from the file. */
function jsonOf(state: typeof demo, installation: typeof DEMO_INSTALLATION, committee: string): unknown {
  return JSON.parse(JSON.stringify(toJson(buildReport(state, installation, committee))));
}

const COLUMNS = {
  kategorier: 'kategori antal netto antal-forrige netto-forrige aendring-antal aendring-netto',
  'afstemt-af': 'enhed antal',
  'aeldre-end-1-aar': 'im-funktion enhed kategori-2 kategori-3',
  'tabel-1-1':
    'im-funktion navn antal-konti saldo saldo-kategori-1 opfoelgning opfoelgning-kategori-2 opfoelgning-kategori-3 aeldre-kategori-2 aeldre-kategori-3',
  'tabel-2-1':
    'im-funktion navn antal-konti opfoelgning kategori-2 kategori-3 antal-aeldre aeldre-kategori-2 aeldre-kategori-3',
  handleplaner:
    'konto kontonavn udvalg im-funktion tema kategori opfoelgning heraf-aeldre problem aktiviteter ansvarlig deadline konsekvens',
  systemafstemninger: 'fagsystem modtager difference aktiviteter ansvarlig deadline konsekvens',
  'afskrivninger-drift': 'afskrevet-paa modpost navn bevilling beloeb',
  'afskrivninger-balance': 'afskrevet-paa modpost navn bevilling beloeb',
  'afskrivninger-oevrige': 'afskrevet-paa modpost navn bevilling beloeb',
  'periodiserede-poster': 'konto im-funktion navn tekst beloeb dokumentation forklaring',
  egenkapital: 'konto im-funktion navn tekst beloeb dokumentation forklaring',
};

describe('the JSON contract', () => {
  test.each(demo.committees.map((known) => known.code))('the report of %s satisfies the schema', (committee) => {
    expect(() => schema.parse(jsonOf(demo, DEMO_INSTALLATION, committee))).not.toThrow();
  });

  test('so does that of any municipality, of its first committee', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (state) => {
        schema.parse(jsonOf(state, ANY_INSTALLATION, state.committees[0]?.code ?? ''));
      }),
      { numRuns: 100 },
    );
  });

  test('tables and columns come in the promised order, and each row fills its columns', () => {
    const { tables } = toJson(buildReport(demo, DEMO_INSTALLATION, 'BIU'));
    const columns = Object.fromEntries(tables.map((table) => [table.id, table.columns.map(({ id }) => id).join(' ')]));
    expect(tables.map((table) => table.id)).toEqual(Object.keys(COLUMNS));
    expect(columns).toEqual(COLUMNS);
    for (const table of tables) {
      for (const row of [...table.rows, table.total ?? []]) {
        if (row.length > 0) expect(row.length, table.id).toBe(table.columns.length);
      }
    }
  });

  test('labels are unique in a table, and columns of money alone have a unit', () => {
    for (const table of toJson(buildReport(demo, DEMO_INSTALLATION, 'BIU')).tables) {
      expect(new Set(table.columns.map(({ label }) => label)).size).toBe(table.columns.length);
      for (const row of table.rows) {
        expect(row.map(isMoney), table.id).toEqual(table.columns.map(({ unit }) => unit !== ''));
      }
    }
  });

  test('money holds the exact øre beside the print', () => {
    const plans = toJson(buildReport(demo, DEMO_INSTALLATION, 'BIU')).tables[5];
    const row = plans?.rows.find((cells) => cells[0] === '95900027');
    expect(row?.[6]).toEqual({ ore: '-15860700', printed: '-158.607' });
    expect(row?.[7]).toEqual({ ore: '0', printed: '0' });
  });

  test.each<[string, string, string]>([
    ['a key more', '{"year":', '{"period":"2023-12","year":'],
    ['a key less', '"status":"klar",', ''],
    ['another status', '"status":"klar"', '"status":"final"'],
    ['a number for money', '{"ore":"-15860700","printed":"-158.607"}', '-158607.5'],
    ['amounts in kroner', '"ore":"-15860700"', '"ore":"-158607,00"'],
    ['a print without full stops', '"printed":"-158.607"', '"printed":"-158607"'],
    ['minus zero', '"printed":"0"', '"printed":"-0"'],
    ['an unknown table', '"id":"handleplaner"', '"id":"planer"'],
    ['a check with subjects', '"ok":true', '"subjects":[],"ok":true'],
  ])('the schema refuses %s', (_name, right, wrong) => {
    const text = JSON.stringify(jsonOf(demo, DEMO_INSTALLATION, 'BIU'));
    expect(text).toContain(right);
    expect(schema.safeParse(JSON.parse(text)).success).toBe(true);
    expect(schema.safeParse(JSON.parse(text.replace(right, wrong))).success).toBe(false);
  });
});
