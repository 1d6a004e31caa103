import { describe, expect, test } from 'vitest';
import type { Ore } from '#lib/domain/money.ts';
import { buildReport } from './build-report.ts';
import { NO_EXTRAS } from './extras.ts';
import type { CategoriesOfYear } from './last-year.ts';
import type { Chart, ChartId, ReportModel } from './model.ts';
import { printCell } from './print-cell.ts';
import { ANY_INSTALLATION } from './testing/arbitrary.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';
import { build, findingOf, lineOf, smallState } from './testing/small-state.ts';

const chartOf = (model: ReportModel, id: ChartId): Chart | undefined =>
  model.document.flatMap((block) => (block.kind === 'chart' && block.chart.id === id ? [block.chart] : []))[0];

/** Each bar as `group, series: figure`. */
const barsOf = (chart: Chart | undefined): string[][] =>
  (chart?.panels ?? []).map(({ series, groups }) =>
    groups.flatMap(({ label, cells }) => cells.map((cell, index) => `${label}, ${series[index]}: ${printCell(cell)}`)),
  );

const OLD = '2022-12-31';
const NEW = '2023-01-01';
const T_KR = 100_000n;

/** Accounts of BIU with what is older and what is not, in t.kr., by function. */
const withFollowUp = (amounts: [imFunction: string, older: number, newer: number][]) =>
  smallState(
    amounts.map(([imFunction, older, newer], index) => ({
      number: `9590000${index}`,
      imFunction,
      findings: [
        findingOf([
          [OLD, BigInt(older) * T_KR],
          [NEW, BigInt(newer) * T_KR],
        ]),
      ],
    })),
  );

describe('categories over the years', () => {
  test('of the reference case are the published figures', () => {
    const chart = chartOf(buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU'), 'kategorier-over-aarene');
    expect(barsOf(chart)).toEqual([
      ['Kategori 2, 2023: 80', 'Kategori 2, 2022: 75', 'Kategori 3, 2023: 6', 'Kategori 3, 2022: 97'],
      ['Kategori 2, 2023: -401.803', 'Kategori 2, 2022: 50.998', 'Kategori 3, 2023: 2.240', 'Kategori 3, 2022: 55.975'],
    ]);
    expect(chart?.alternativeText).toBe(
      'Søjlediagram: Konti til opfølgning, 2023 og 2022. Antal konti – Kategori 2: 80 (2023), 75 (2022); Kategori 3: 6 (2023), 97 (2022). Nettobeløb i t.kr. – Kategori 2: -401.803 (2023), 50.998 (2022); Kategori 3: 2.240 (2023), 55.975 (2022).',
    );
  });

  test('show this year alone where the year before is not registered', () => {
    const chart = chartOf(build(withFollowUp([['9.52.59', 1, 2]])), 'kategorier-over-aarene');
    expect(chart?.title).toBe('Konti til opfølgning, 2023');
    expect(barsOf(chart)).toEqual([
      ['Kategori 2, 2023: 1', 'Kategori 3, 2023: 0'],
      ['Kategori 2, 2023: 3', 'Kategori 3, 2023: 0'],
    ]);
  });

  test('leave out what is not registered for one category, and do not call it zero', () => {
    const state = withFollowUp([['9.52.59', 1, 2]]);
    state.registers.sammenligningstal = [lineOf<'sammenligningstal'>({ category: 2, accounts: 4, net: 5n * T_KR })];
    const chart = chartOf(build(state), 'kategorier-over-aarene');
    expect(barsOf(chart)[0]).toContain('Kategori 3, 2022: ');
    expect(chart?.alternativeText).toContain('Kategori 3: 0 (2023).');
  });

  describe('further back', () => {
    const ofYear = (year: number, second: number, third: number | null): CategoriesOfYear => ({
      year,
      categories: {
        2: { accounts: second, net: BigInt(second) * T_KR },
        3: third === null ? null : { accounts: third, net: -BigInt(third) * T_KR },
      },
    });
    const withEarlier = (earlierYears: CategoriesOfYear[]) => {
      const state = withFollowUp([['9.52.59', 1, 2]]);
      state.registers.sammenligningstal = [lineOf<'sammenligningstal'>({ category: 2, accounts: 4, net: 5n * T_KR })];
      const model = buildReport(state, ANY_INSTALLATION, 'BIU', { ...NO_EXTRAS, earlierYears });
      return chartOf(model, 'kategorier-over-aarene');
    };

    test('are the years that are known without a gap, at most five', () => {
      const chart = withEarlier([
        ofYear(2021, 7, 8),
        ofYear(2020, 9, null),
        ofYear(2019, 11, 12),
        ofYear(2018, 13, 14),
      ]);
      expect(chart?.title).toBe('Konti til opfølgning, 2019–2023');
      expect(barsOf(chart)[0]).toEqual([
        'Kategori 2, 2023: 1',
        'Kategori 2, 2022: 4',
        'Kategori 2, 2021: 7',
        'Kategori 2, 2020: 9',
        'Kategori 2, 2019: 11',
        'Kategori 3, 2023: 0',
        'Kategori 3, 2022: ',
        'Kategori 3, 2021: 8',
        'Kategori 3, 2020: ',
        'Kategori 3, 2019: 12',
      ]);
      expect(barsOf(chart)[1]?.slice(2, 5)).toEqual([
        'Kategori 2, 2021: 7',
        'Kategori 2, 2020: 9',
        'Kategori 2, 2019: 11',
      ]);
      expect(barsOf(chart)[1]?.at(-1)).toBe('Kategori 3, 2019: -12');
    });

    test('stop where a year is not known', () => {
      const chart = withEarlier([ofYear(2020, 9, 10), ofYear(2019, 11, 12)]);
      expect(chart?.title).toBe('Konti til opfølgning, 2023 og 2022');
      expect(withEarlier([ofYear(2021, 7, 8), ofYear(2019, 11, 12)])?.title).toBe('Konti til opfølgning, 2021–2023');
    });
  });

  test('are not drawn where there is nothing to follow up', () => {
    expect(chartOf(build(smallState([{ number: '95900001' }])), 'kategorier-over-aarene')).toBeUndefined();
  });
});

describe('follow-up by function and age', () => {
  test('splits each function, the largest first, with their signs', () => {
    const chart = chartOf(
      build(
        withFollowUp([
          ['9.28.15', 1, 2],
          ['9.52.59', 190, -68],
          ['9.52.59', 0, -2],
        ]),
      ),
      'opfoelgning-efter-funktion',
    );
    expect(barsOf(chart)).toEqual([
      [
        '9.52.59 Mellemregningskonto, ældre end 1 år: 190',
        '9.52.59 Mellemregningskonto, højst 1 år: -70',
        '9.28.15 Andre tilgodehavender, ældre end 1 år: 1',
        '9.28.15 Andre tilgodehavender, højst 1 år: 2',
      ],
    ]);
  });

  test('puts the smallest together from the tenth function on, without losing an øre', () => {
    const amounts = Array.from({ length: 12 }, (_, index): [string, number, number] => [
      `9.10.${10 + index}`,
      index + 1,
      10,
    ]);
    const chart = chartOf(build(withFollowUp(amounts)), 'opfoelgning-efter-funktion');
    const groups = chart?.panels[0]?.groups ?? [];
    expect(groups).toHaveLength(9);
    expect(groups[0]?.label).toBe('9.10.21');
    // The four smallest have 1 + 2 + 3 + 4 that is older and 4 · 10 that is not.
    expect(groups[8]).toEqual({
      label: 'Øvrige 4 IM-funktioner',
      cells: [
        { ore: '1000000', printed: '10' },
        { ore: '4000000', printed: '40' },
      ],
      keys: ['oevrige.aeldre', 'oevrige.hoejst-et-aar'],
    });
    const total = groups.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + oreOf(cell), 0n);
    expect(total).toBe(BigInt(78 + 120) * T_KR);
  });

  test('does not speak of age where nothing is old, nor is drawn for one function alone', () => {
    const young = chartOf(
      build(
        withFollowUp([
          ['9.28.15', 0, 2],
          ['9.52.59', 0, 3],
        ]),
      ),
      'opfoelgning-efter-funktion',
    );
    expect(young?.title).toBe('Udvalgets beløb til opfølgning efter IM-funktion');
    expect(barsOf(young)[0]).toHaveLength(2);
    expect(chartOf(build(withFollowUp([['9.52.59', 5, 3]])), 'opfoelgning-efter-funktion')).toBeUndefined();
  });
});

describe('plans by deadline', () => {
  const step = (deadline: string | null, outcome?: { state: 'done' | 'dropped'; on: string; reason: string }) => ({
    activity: 'Ryk',
    deadline,
    consequence: '',
    ...(outcome ? { outcome } : {}),
  });
  const DONE = { state: 'done', on: '2024-01-05', reason: '' } as const;
  const DROPPED = { state: 'dropped', on: '2024-01-05', reason: 'Ikke nødvendig' } as const;
  const withPlans = (plans: ReturnType<typeof step>[][], amount: Ore = T_KR) =>
    build(
      smallState(
        plans.map((steps, index) => ({ number: `9590000${index}`, findings: [findingOf([[NEW, amount]], { steps })] })),
      ),
    );

  test('counts each plan once, by the last of what is still to be done', () => {
    const model = withPlans([
      [step('2024-03-31'), step('2024-01-31')],
      [step('2024-01-01')],
      [step('2023-12-31')],
      [step(null)],
      [step('2024-02-01', DONE)],
      [step('2024-01-31'), step('2024-12-31', DONE), step('2025-06-30', DROPPED)],
      [step('2026-01-01')],
    ]);
    expect(barsOf(chartOf(model, 'handleplaner-efter-deadline'))[0]?.map((bar) => bar.replace(', Antal', ''))).toEqual([
      'Gennemført: 1',
      'Overskredet 31.12.2023: 1',
      'januar 2024: 2',
      'februar 2024: 0',
      'marts 2024: 1',
      ...['april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'].map(
        (month) => `${month} 2024: 0`,
      ),
      'Efter december 2024: 1',
      'Uden deadline: 1',
    ]);
  });

  test('shows no months beyond the last deadline', () => {
    const model = withPlans([[step('2024-02-29')], [step('2024-02-01')]]);
    expect(barsOf(chartOf(model, 'handleplaner-efter-deadline'))).toEqual([
      ['januar 2024, Antal: 0', 'februar 2024, Antal: 2'],
    ]);
  });

  test('is not drawn for one plan, nor for findings that need none', () => {
    expect(chartOf(withPlans([[step('2024-02-29')]]), 'handleplaner-efter-deadline')).toBeUndefined();
    const small = withPlans([[step('2024-02-29')], [step('2024-02-29')]], 99_999n);
    expect(chartOf(small, 'handleplaner-efter-deadline')).toBeUndefined();
  });
});

function oreOf(cell: Chart['panels'][number]['groups'][number]['cells'][number]): Ore {
  return typeof cell === 'object' ? BigInt(cell.ore) : 0n;
}
