import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell, ChartPanel } from '#lib/report/model.ts';
import { ASCENT, CHART_TEXT, CHART_WIDTH, type ChartText, DESCENT, type PlacedChart, placeChart } from './chart.ts';
import { loadFonts, measureText } from './pdf/fonts.ts';
import { estimateWidth, wrapText } from './text-width.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  what: string;
}

/** Where the words stand by the measures of the font itself. */
function boxOf({ text, x, baseline, anchor }: ChartText): Box {
  const width = measureText(text, CHART_TEXT);
  const left = anchor === 'end' ? x - width : x;
  return {
    left,
    right: left + width,
    top: baseline - ASCENT * CHART_TEXT,
    bottom: baseline + DESCENT * CHART_TEXT,
    what: text,
  };
}

const barBoxes = ({ bars }: PlacedChart): Box[] =>
  bars.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height, what: 'bar' }));

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right - 0.01 &&
  other.left < one.right - 0.01 &&
  one.top < other.bottom - 0.01 &&
  other.top < one.bottom - 0.01;

function expectReadable(placed: PlacedChart): void {
  const words = placed.texts.map(boxOf);
  const bars = barBoxes(placed);
  for (const box of [...words, ...bars]) {
    expect(box.left, box.what).toBeGreaterThanOrEqual(-0.9);
    expect(box.right, box.what).toBeLessThanOrEqual(CHART_WIDTH + 0.9);
    expect(box.top, box.what).toBeGreaterThanOrEqual(-0.5);
    expect(box.bottom, box.what).toBeLessThanOrEqual(placed.height + 3);
  }
  words.forEach((word, index) => {
    for (const other of [...words.slice(index + 1), ...bars]) {
      expect(meet(word, other), `${word.what} | ${other.what}`).toBe(false);
    }
  });
}

const money = (thousands: number): Cell => ({
  ore: `${thousands}00000`,
  printed: String(thousands).replace(/\B(?=(\d{3})+$)/g, '.'),
});
const LONG = 'Finansielle aktiver tilhørende selvejende institutioner med overenskomst på ældre- og sundhedsområdet';

const panelOf = (values: number[][], parts: Partial<ChartPanel> = {}): ChartPanel => ({
  title: '',
  unit: 't.kr.',
  series: (values[0] ?? []).map((_, index) => (index === 0 ? 'ældre end 1 år' : 'højst 1 år')),
  groups: values.map((row, index) => ({ label: `9.52.${10 + index} ${LONG}`, cells: row.map(money) })),
  ...parts,
});

beforeAll(() => {
  loadFonts();
});

describe('a chart', () => {
  test.each<[string, ChartPanel[]]>([
    ['one group', [panelOf([[1]])]],
    ['twelve groups of two', [panelOf(Array.from({ length: 12 }, (_, index) => [index * 1000, -index]))]],
    ['nothing but zeros beside one', [panelOf([[0], [0], [7]])]],
    [
      'nothing but negatives',
      [
        panelOf([
          [-5, -400_000],
          [-1, 0],
        ]),
      ],
    ],
    [
      'one huge beside the smallest',
      [
        panelOf([
          [999_999_999_999, -1],
          [1, -1],
        ]),
      ],
    ],
    ['huge on both sides', [panelOf([[999_999_999_999, -999_999_999_999]])]],
    [
      'two panels with titles',
      [
        panelOf(
          [
            [80, 75],
            [6, 97],
          ],
          { title: 'Antal konti', unit: '', series: ['2023', '2022'] },
        ),
        panelOf(
          [
            [-401_803, 50_998],
            [2_240, 55_975],
          ],
          { title: 'Nettobeløb', series: ['2023', '2022'] },
        ),
      ],
    ],
    [
      'two panels of five years',
      [
        panelOf(
          [
            [80, 75, 1_200, 0, 3],
            [6, 97, 5, 4, 3],
          ],
          { title: 'Antal konti', unit: '', series: ['2023', '2022', '2021', '2020', '2019'] },
        ),
        panelOf(
          [
            [-401_803, 50_998, 999_999_999, -5, 0],
            [2_240, 55_975, 1, 2, 3],
          ],
          { title: 'Nettobeløb', series: ['2023', '2022', '2021', '2020', '2019'] },
        ),
      ],
    ],
    ['three panels that need the width', [1, 2, 3].map(() => panelOf([[123_456_789_012, -123_456_789_012]]))],
    ['a word that is wider than its column', [panelOf([[1]], { groups: [{ label: 'W'.repeat(200), cells: [1] }] })]],
    ['names of series that are too long', [panelOf([[1, 2]], { series: [LONG, LONG] })]],
  ])('of %s has no words over each other, over bars or outside', (_, panels) => {
    expectReadable(placeChart({ panels }));
  });

  test('of any figures has no words over each other', () => {
    const values = fc.array(fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), (panels) => {
        expectReadable(placeChart({ panels: panels.map((each) => panelOf(each)) }));
      }),
      { numRuns: 25 },
    );
  });

  test('draws each bar from zero, right for what is above it and left for what is below, in proportion', () => {
    const { bars, axes } = placeChart({
      panels: [
        panelOf([
          [200, -100],
          [0, 50],
        ]),
      ],
    });
    const zero = axes[0]?.x ?? 0;
    const [first, second, third] = bars;
    expect(bars).toHaveLength(3);
    expect(first?.x).toBeCloseTo(zero, 5);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(zero, 5);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(2, 5);
    expect((first?.width ?? 0) / (third?.width ?? 1)).toBeCloseTo(4, 5);
    expect(bars.map(({ tone }) => tone)).toEqual(['dark', 'light', 'light']);
  });

  test('writes every figure but what is blank, which has no bar either', () => {
    const groups = [{ label: 'Kategori 2', cells: [80, ''] }];
    const { texts, bars } = placeChart({ panels: [panelOf([], { groups, series: ['2023', '2022'] })] });
    expect(texts.filter(({ role }) => role === 'figure').map(({ text }) => text)).toEqual(['80']);
    expect(texts.map(({ text }) => text)).not.toContain('2022');
    expect(bars).toHaveLength(1);
  });

  test('lets the smallest amount be seen', () => {
    const { bars } = placeChart({ panels: [panelOf([[999_999_999, 1]])] });
    expect(bars[1]?.width).toBeGreaterThan(0.5);
  });
});

describe('the estimated width', () => {
  test.each([
    LONG,
    '9.52.56 Anden kortfristet gæld med indenlandsk betalingsmodtager',
    '-401.803',
    '999.999.999.999',
    'Overskredet 31.12.2023',
    'ældre end 1 år',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ',
    'abcdefghijklmnopqrstuvwxyzæøå',
    'Nettobeløb (t.kr.)',
  ])('of %j is at least the font’s own, and not much more', (text) => {
    const own = measureText(text, CHART_TEXT);
    expect(estimateWidth(text, CHART_TEXT)).toBeGreaterThanOrEqual(own);
    expect(estimateWidth(text, CHART_TEXT)).toBeLessThan(own * 1.25);
  });

  test('of each sign that names have is at least the font’s own', () => {
    for (const sign of ' !"#%&()*+,-./0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåéüöä…–') {
      expect(estimateWidth(sign, 1), sign).toBeGreaterThanOrEqual(measureText(sign, 1));
    }
  });

  test('breaks a text at its spaces, and says where something is left out', () => {
    expect(wrapText('en to', 100, 10, 2)).toEqual(['en to']);
    expect(wrapText('en to tre', 32, 10, 2)).toEqual(['en to', 'tre']);
    expect(wrapText('en to tre fire', 32, 10, 2)).toEqual(['en to', 'tre f…']);
    expect(wrapText('', 32, 10, 2)).toEqual([]);
  });
});
