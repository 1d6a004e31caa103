import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from '../build-report.ts';
import { openEdition } from '../edition.ts';
import { isMoney } from '../model.ts';
import { ANY_INSTALLATION, arbitraryMunicipality } from '../testing/arbitrary.ts';
import { DEMO_INSTALLATION, loadDemo } from '../testing/load-demo.ts';
import { build, findingOf, lineOf, smallState } from '../testing/small-state.ts';
import { exactOf, formatFigure } from './figure.ts';
import { listFigures } from './list-figures.ts';

const state = loadDemo();
const demo = listFigures(buildReport(state, DEMO_INSTALLATION, 'BIU'));

function figureOf(key: string, figures = demo) {
  const figure = figures.find((known) => known.key === key);
  if (!figure) throw new Error(`No figure ${key}.`);
  return figure;
}

describe('the figures of an open edition', () => {
  const whole = buildReport(state, DEMO_INSTALLATION, 'BIU');
  const openWith = (...redactions: Redaction[]) => listFigures(openEdition({ ...whole, redactions }));
  const keysOf = (figures: readonly { key: string }[]) => figures.map(({ key }) => key);

  test('count the plans that it leaves out, and are none where they cannot be known', () => {
    const open = openWith({ kind: 'finding', target: '95900027', ground: 'lov A' });
    for (const key of ['handleplaner.antal', 'uden-handleplan.antal', 'tabel-2-1.i-alt.opfoelgning']) {
      expect(figureOf(key, open)).toEqual(figureOf(key));
    }
    const all = keysOf(demo).filter((key) => !keysOf(open).includes(key));
    const ofChart = (key: string) => key.startsWith('diagram.handleplaner-efter-deadline.');
    // The chart counts the others only.
    expect(all.filter(ofChart)).toEqual(keysOf(demo).filter(ofChart));
    const gone = all.filter((key) => !ofChart(key));
    expect(gone.sort()).toEqual([
      'handleplaner.95900027.heraf-aeldre',
      'handleplaner.95900027.opfoelgning',
      'handleplaner.i-alt.heraf-aeldre',
      'handleplaner.i-alt.opfoelgning',
      'handleplaner.kategori-2.antal',
      'handleplaner.kategori-3.antal',
    ]);
    expect(open.every((figure) => figure.printed === figureOf(figure.key).printed)).toBe(true);
  });

  test('leave out the sum of a column that is left out', () => {
    const open = openWith({ kind: 'column', target: 'handleplaner.opfoelgning', ground: 'lov A' });
    expect(keysOf(open)).not.toContain('handleplaner.i-alt.opfoelgning');
    expect(figureOf('handleplaner.i-alt.heraf-aeldre', open)).toEqual(figureOf('handleplaner.i-alt.heraf-aeldre'));
    expect(open.every((figure) => figure.printed === figureOf(figure.key).printed)).toBe(true);
  });
});

describe('the figures of charts', () => {
  const T_KR = 100_000n;
  /** Ten functions with something to follow up, each with one plan more; the last two are too small to stand alone. */
  const drawn = (year: number, functions: number, nameOf: (index: number) => string) => {
    const own = smallState(
      Array.from({ length: functions }, (_, index) => ({
        number: `959000${10 + index}`,
        imFunction: `9.10.${10 + index}`,
        findings: [
          findingOf([[`${year}-01-01`, BigInt(100 - index) * T_KR]], {
            steps: [{ activity: 'Ryk', deadline: `${year + 1}-02-15`, consequence: '' }],
          }),
        ],
      })),
      `${year}-12`,
    );
    own.functions = own.accounts.map(({ imFunction }, index) => ({ code: imFunction, name: nameOf(index) }));
    own.registers.sammenligningstal = [lineOf<'sammenligningstal'>({ category: 2, accounts: 4, net: 5n * T_KR })];
    return listFigures(build(own)).filter(({ key }) => key.startsWith('diagram.'));
  };

  test('have keys that say the same whatever anything is called and whichever year it is', () => {
    const figures = drawn(2023, 10, (index) => `Funktion ${index}`);
    const later = drawn(2031, 11, (index) => `Nyt navn ${index} 2029`);
    expect(later.map(({ key }) => key)).toEqual(figures.map(({ key }) => key));
    const printed = Object.fromEntries(figures.map((figure) => [figure.key, figure.printed]));
    expect(printed).toMatchObject({
      'diagram.kategorier-over-aarene.antal.kategori-2': '10',
      'diagram.kategorier-over-aarene.antal.kategori-2.forrige': '4',
      'diagram.kategorier-over-aarene.netto.kategori-2.forrige': '5\u00a0t.kr.',
      'diagram.opfoelgning-efter-funktion.9.10.10.hoejst-et-aar': '100\u00a0t.kr.',
      // 92 and 91 of the ninth and tenth function.
      'diagram.opfoelgning-efter-funktion.oevrige.hoejst-et-aar': '183\u00a0t.kr.',
      'diagram.handleplaner-efter-deadline.maaned-1': '0',
      'diagram.handleplaner-efter-deadline.maaned-2': '10',
    });
  });
});

describe('the figures of the reference case', () => {
  // The published report of 2023: table of categories, table 1.1, table 2.1, the plans.
  test.each([
    ['kategori3.antal', '6'],
    ['kategori3.antal.forrige', '97'],
    ['kategori3.antal.aendring', '-91'],
    ['kategori2.antal', '80'],
    ['kategori2.netto', '-401.803\u00a0t.kr.'],
    ['kategori3.netto', '2.240\u00a0t.kr.'],
    ['alle.antal', '2.441'],
    ['opfoelgning.netto', '-399.563\u00a0t.kr.'],
    ['opfoelgning.antal', '86'],
    ['opfoelgning.antal.forrige', '172'],
    ['afstemt-af.KS', '2.326'],
    ['afstemt-af.forvaltningerne', '115'],
    ['afstemt-af.i-alt', '2.441'],
    ['saerskilt-afstemte.antal', '8'],
    ['bagatelgraense', '1.000\u00a0kr.'],
    ['handleplaner.95900027.opfoelgning', '-158.607\u00a0kr.'],
  ])('%s is %s', (key, printed) => {
    expect(figureOf(key).printed).toBe(printed);
  });

  test('are led back to the cell that they stand in', () => {
    expect(figureOf('kategori3.antal').source).toEqual({ table: 'kategorier', row: 2, column: 'antal' });
    expect(figureOf('alle.netto').source).toEqual({ table: 'kategorier', row: null, column: 'netto' });
    expect(figureOf('opfoelgning.netto').source).toBeNull();
  });

  test('are found by words of their label, their table, their key and their print', () => {
    const { words } = figureOf('kategori2.netto.aendring');
    for (const part of ['kategori 2', 'ændring', 'nettobeløb', 'kommunens balance', 'kategori2.netto']) {
      expect(words).toContain(part);
    }
  });

  test('have a label in words each, no two alike in one table', () => {
    const labels = demo.flatMap(({ label, source }) => (source?.table === 'tabel-1-1' ? [label] : []));
    expect(new Set(labels).size).toBe(labels.length);
    expect(figureOf('tabel-1-1.9.52.59.opfoelgning').label).toMatch(
      /^Kommunen, tabel 1\.1 9\.52\.59 .+: til opfølgning i alt$/,
    );
  });

  test('have no year in their keys, so that next year they say the same', () => {
    for (const { key } of demo) expect(key).not.toMatch(/\b20\d\d\b/);
  });

  test('are there as zero where a table has no rows, so that no text breaks when the last finding is settled', () => {
    const figures = listFigures(build(smallState([{ number: '95900001' }])));
    expect(figureOf('tabel-2-1.i-alt.antal-konti', figures).cell).toBe(0);
    expect(figureOf('aeldre.i-alt.kategori-2', figures).printed).toBe('0\u00a0t.kr.');
    expect(figureOf('handleplaner.i-alt.opfoelgning', figures).printed).toBe('0\u00a0kr.');
    expect(figureOf('egenkapital.i-alt.beloeb', figures).printed).toBe('0\u00a0t.kr.');
  });

  test('lack last year where no figures of it are registered', () => {
    const figures = listFigures(build(smallState([{ number: '95900001' }])));
    expect(figures.filter(({ key }) => key.includes('forrige') || key.includes('aendring'))).toEqual([]);
  });

  test('number lines alike in the order of their table, whatever the order of the state', () => {
    const line = (amount: bigint) =>
      lineOf<'egenkapital'>({
        committee: 'BIU',
        account: '97500001',
        imFunction: '9.75.99',
        name: 'Balancekonto',
        text: '',
        amount,
        explanation: '',
        documentation: '',
      });
    const small = smallState([{ number: '95900001', findings: [findingOf([['2023-06-01', 5_000_000n]])] }]);
    const keysOf = (amounts: bigint[]) => {
      small.registers.egenkapital = amounts.map(line);
      return listFigures(build(small)).flatMap(({ key, printed }) =>
        key.startsWith('egenkapital.97500001') ? [`${key} ${printed}`] : [],
      );
    };
    const expected = [
      'egenkapital.97500001.beloeb 1\u00a0t.kr.',
      'egenkapital.97500001.beloeb.nr-2 2\u00a0t.kr.',
      'egenkapital.97500001.beloeb.nr-3 3\u00a0t.kr.',
    ];
    expect(keysOf([300_000n, 100_000n, 200_000n])).toEqual(expected);
    expect(keysOf([200_000n, 300_000n, 100_000n])).toEqual(expected);
  });

  test('tell lines of one account apart by their text, so that a line more moves no other', () => {
    const line = (text: string, amount: bigint) =>
      lineOf<'periodiserede-poster'>({
        committee: 'BIU',
        account: '95900001',
        imFunction: '9.52.59',
        name: 'Mellemregning',
        text,
        amount,
        explanation: '',
        documentation: '',
      });
    const small = smallState([{ number: '95900001' }]);
    const told = (...lines: [string, bigint][]) => {
      small.registers['periodiserede-poster'] = lines.map(([text, amount]) => line(text, amount));
      return listFigures(build(small)).flatMap(({ key, printed }) =>
        key.startsWith('periodiserede-poster.9') ? [`${key} ${printed}`] : [],
      );
    };
    expect(told(['Husleje', 100_000n])).toEqual(['periodiserede-poster.95900001.beloeb 1\u00a0t.kr.']);
    expect(told(['Husleje', 100_000n], ['Varme', 200_000n])).toEqual([
      'periodiserede-poster.95900001.Husleje.beloeb 1\u00a0t.kr.',
      'periodiserede-poster.95900001.Varme.beloeb 2\u00a0t.kr.',
    ]);
    expect(told(['Gas', 300_000n], ['Husleje', 100_000n], ['Varme', 200_000n])).toEqual([
      'periodiserede-poster.95900001.Gas.beloeb 3\u00a0t.kr.',
      'periodiserede-poster.95900001.Husleje.beloeb 1\u00a0t.kr.',
      'periodiserede-poster.95900001.Varme.beloeb 2\u00a0t.kr.',
    ]);
  });
});

describe('for any municipality', () => {
  test('keys are unique and can be typed, and every amount and count of every table is a figure', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (any) => {
        for (const { code } of any.committees) {
          const model = buildReport(any, ANY_INSTALLATION, code);
          const figures = listFigures(model);
          expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
          for (const { key } of figures) expect(key).toMatch(/^[^{}\n]{1,200}$/);
          const placed = new Map(
            figures.flatMap((figure) =>
              figure.source ? [[JSON.stringify(Object.values(figure.source)), figure] as const] : [],
            ),
          );
          for (const table of model.tables) {
            const rows = [...table.rows.map((row, index) => ({ row, index })), { row: table.total ?? [], index: null }];
            for (const { row, index } of rows) {
              for (const [at, cell] of row.entries()) {
                const column = table.columns[at]?.id ?? '';
                if (typeof cell === 'string' || column === 'kategori') continue;
                if (isMoney(cell) && cell.printed === '') continue;
                const figure = placed.get(JSON.stringify([table.id, index, column]));
                expect(figure && exactOf(figure), `${table.id} ${index} ${column}`).toBe(
                  isMoney(cell) ? BigInt(cell.ore) : BigInt(cell),
                );
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a figure in a text', () => {
  const money = (ore: string) => ({ cell: { ore, printed: '' }, unit: 't.kr.' }) as const;

  test.each([
    ['-40180312345', 'usual', false, '-401.803\u00a0t.kr.'],
    ['-40180312345', 'usual', true, '401.803\u00a0t.kr.'],
    ['-40180312345', 'kr.', false, '-401.803.123\u00a0kr.'],
    ['-40180312345', 'mio. kr.', false, '-401,8\u00a0mio.\u00a0kr.'],
    ['125000000', 'mio. kr.', false, '1,3\u00a0mio.\u00a0kr.'],
    ['-125000000', 'mio. kr.', false, '-1,3\u00a0mio.\u00a0kr.'],
    ['-49999', 't.kr.', false, '0\u00a0t.kr.'],
    ['-50000', 't.kr.', false, '-1\u00a0t.kr.'],
    ['4999999', 'mio. kr.', false, '0,0\u00a0mio.\u00a0kr.'],
  ] as const)('of %s øre in %s (without sign: %s) reads %s', (ore, unit, isAbsolute, expected) => {
    expect(formatFigure(money(ore), unit, isAbsolute)).toBe(expected);
  });

  test('that counts has no unit, whatever is asked for', () => {
    expect(formatFigure({ cell: 2441, unit: '' }, 'mio. kr.')).toBe('2.441');
    expect(formatFigure({ cell: -91, unit: '' }, 'usual', true)).toBe('91');
  });
});
