import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_WIDTH, drawBalances } from './balance-chart-model.ts';

const month = (index: number) =>
  `20${String(20 + Math.floor(index / 12)).padStart(2, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
const points = (...kroner: number[]) =>
  kroner.map((amount, index) => ({ id: month(index), balance: BigInt(amount) * 100n, category: null }));
const draw = (...kroner: number[]) => {
  const drawing = drawBalances(points(...kroner));
  if (!drawing) throw new Error('Nothing was drawn.');
  return drawing;
};

describe('the chart of balances', () => {
  it('draws nothing of nothing', () => {
    expect(drawBalances([])).toBeNull();
  });

  it('sets one period in the middle, with its amount and no line', () => {
    const { path, marks, ticks } = draw(1500);
    expect(path).toBe('');
    expect(marks).toMatchObject([{ x: CHART_WIDTH / 2, label: { text: '1.500', anchor: 'middle' } }]);
    expect(ticks).toEqual([{ id: '2020-01', x: CHART_WIDTH / 2, anchor: 'middle' }]);
  });

  it('sets two at the edges, each with its amount, on the side where the line is not', () => {
    const { marks, ticks } = draw(100_000, -200_000);
    const [first, last] = marks;
    expect(marks.map(({ label }) => [label?.text, label?.anchor])).toEqual([
      ['100', 'start'],
      ['\u2212200', 'end'],
    ]);
    expect(first?.label?.y).toBeLessThan(first?.y ?? 0);
    expect(last?.label?.y).toBeGreaterThan(last?.y ?? 0);
    expect(ticks.map(({ id }) => id)).toEqual(['2020-01', '2020-02']);
  });

  it('names of twelve the first, the last and the outermost', () => {
    const { marks, zero, ticks } = draw(5, 5, 5, 5, 90, 5, 5, -40, 5, 5, 5, 5);
    expect(marks.flatMap(({ id, label }) => (label ? [`${id} ${label.text}`] : []))).toEqual([
      '2020-01 5',
      '2020-05 90',
      '2020-08 \u221240',
      '2020-12 5',
    ]);
    expect(zero).not.toBeNull();
    expect(ticks[0]?.id).toBe('2020-01');
    expect(ticks.at(-1)?.id).toBe('2020-12');
  });

  it('takes the largest unit in which the amounts still say something', () => {
    expect(draw(99_999, 5).unit).toBe('krone');
    expect(draw(100_000, 5).unit).toBe('thousand');
    expect(draw(-10_000_000).unit).toBe('million');
    expect(draw(-10_000_000).marks[0]?.label?.text).toBe('\u221210,0');
  });

  it('sets months at their distance, and supplementary periods close to December', () => {
    const at = drawBalances(
      ['2022-12', '2023-11', '2023-12', '2023-13'].map((id) => ({ id, balance: 1n, category: null })),
    )?.marks.map(({ x }) => x);
    const [a = 0, b = 0, c = 0, d = 0] = at ?? [];
    expect((b - a) / (c - b)).toBeCloseTo(11);
    expect((d - c) / (c - b)).toBeCloseTo(0.2);
  });

  it('keeps every mark and its label within the drawing, the higher balance higher', () => {
    const balances = fc.array(fc.bigInt(-9_000_000_000_000_000n, 9_000_000_000_000_000n), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(balances, (amounts) => {
        const drawing = drawBalances(amounts.map((balance, index) => ({ id: month(index), balance, category: null })));
        const marks = drawing?.marks ?? [];
        for (const { x, y, label } of marks) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(CHART_WIDTH);
          expect(y).toBeGreaterThan(12);
          expect(y).toBeLessThan((drawing?.height ?? 0) - 12);
          if (label) expect(label.y).toBeGreaterThan(10);
        }
        const [first, last] = [marks[0], marks.at(-1)];
        const [low = 0n, high = 0n] = [amounts[0], amounts.at(-1)];
        if (low < high) expect(last?.y).toBeLessThanOrEqual(first?.y ?? 0);
      }),
    );
  });
});
