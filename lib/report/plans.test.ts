import { describe, expect, test } from 'vitest';
import type { PlanStep } from '#lib/domain/finding.ts';
import { build, findingOf, rowsOf, smallState } from './testing/small-state.ts';

describe('action plans', () => {
  test('from 1.000,00 kr. gross, whatever the net', () => {
    const state = smallState([
      {
        number: '95900001',
        findings: [
          findingOf([
            ['2023-06-01', 50_000n],
            ['2023-06-02', -50_000n],
          ]),
        ],
      },
      {
        number: '95900002',
        findings: [
          findingOf([
            ['2023-06-01', 50_000n],
            ['2023-06-02', -49_999n],
          ]),
        ],
      },
    ]);
    const model = build(state);
    expect(rowsOf(model, 'handleplaner').map((row) => [row[0], row[6]])).toEqual([['95900001', '0']]);
    expect(rowsOf(model, 'tabel-2-1')[0]?.[2]).toBe('2');
  });

  test('print the steps that stand, and lack a plan where all are dropped', () => {
    const dropped = { state: 'dropped', on: '2024-02-01', reason: 'Opgivet' } as const;
    const step = { activity: 'Ryk', deadline: '2024-03-31', consequence: '' };
    const other = { activity: 'Afklar', deadline: '2024-04-30', consequence: '' };
    const plan = (steps: PlanStep[]) => [findingOf([['2023-06-01', 900_000n]], { steps })];
    const model = build(
      smallState([
        { number: '95900001', findings: plan([{ ...step, outcome: dropped }, other]) },
        { number: '95900002', findings: plan([{ ...step, outcome: dropped }]) },
      ]),
    );
    const plans = rowsOf(model, 'handleplaner').map((row) => JSON.stringify(row));
    expect(plans.map((row) => [row.includes('Ryk'), row.includes('Afklar')])).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(model.checks.find(({ id }) => id === 'handleplaner')).toMatchObject({ ok: false, subjects: ['95900002'] });
  });

  test('category 3 first, themes in Danish order and none last, then function and account', () => {
    const plan = (category: 2 | 3, theme: string) => [findingOf([['2023-06-01', 900_000n]], { category, theme })];
    const state = smallState([
      { number: '95900001', findings: plan(2, '') },
      { number: '95900002', findings: plan(2, 'Åben') },
      { number: '95900004', findings: plan(2, 'KY') },
      { number: '95900003', findings: plan(2, 'KY') },
      { number: '92800009', imFunction: '9.28.15', findings: plan(2, 'KY') },
      { number: '95900005', findings: plan(2, 'Ø-system') },
      { number: '95900006', findings: plan(3, '') },
      { number: '95900007', findings: plan(3, 'Zeta') },
    ]);
    const order = ['95900007', '95900006', '92800009', '95900003', '95900004', '95900005', '95900002', '95900001'];
    const model = build(state);
    expect(rowsOf(model, 'handleplaner').map((row) => row[0])).toEqual(order);
    const groups = model.document.flatMap((block) => (block.kind === 'plans' ? [block.group] : []));
    expect(groups.map((group) => `${group.category} ${group.theme}`.trim())).toEqual([
      '3 Zeta',
      '3',
      '2 KY',
      '2 Ø-system',
      '2 Åben',
      '2',
    ]);
    expect(groups[2]?.functions.map(({ code, cards }) => [code, cards.length])).toEqual([
      ['9.28.15', 1],
      ['9.52.59', 2],
    ]);
  });

  test('a line per step, side by side also where a part is missing or holds a line feed', () => {
    const steps = [
      { activity: 'Ryk', deadline: '2024-03-31', consequence: '' },
      { activity: 'Ret\nog luk', deadline: null, consequence: 'Fejl i regnskabet' },
    ];
    const state = smallState([{ number: '95900001', findings: [findingOf([['2023-06-01', 900_000n]], { steps })] }]);
    const [row = []] = rowsOf(build(state), 'handleplaner');
    expect([row[9], row[11], row[12]]).toEqual(['Ryk\nRet og luk', '31.03.2024\n', '\nFejl i regnskabet']);
  });
});
