import { expect, it } from 'vitest';
import type { Redaction } from '#lib/domain/report-version.ts';
import { openEdition } from './edition.ts';
import { readKeyFigures } from './key-figures.ts';
import { build, findingOf, smallState } from './testing/small-state.ts';

const step = (deadline: string | null) => ({ activity: 'Ryk', deadline, consequence: 'Risiko' });
/** Two findings of BIU and one of ØU; in øre. */
const state = smallState([
  {
    number: '90100001',
    balance: 500_000_00n,
    findings: [
      findingOf(
        [
          ['2023-05-01', 150_450_00n],
          ['2022-05-01', 50_250_00n],
        ],
        { steps: [step('2024-05-31'), step('2024-12-31')] },
      ),
    ],
  },
  {
    number: '90100002',
    balance: -200_000_00n,
    findings: [findingOf([['2021-05-01', -100_000_00n]], { category: 3, steps: [step('2024-06-01')] })],
  },
  {
    number: '90100003',
    balance: -300_000_00n,
    findings: [findingOf([['2023-05-01', 10_000_00n]], { committee: 'ØU' })],
  },
]);

it('are what the tables say, sums of both categories rounded once', () => {
  const { categories, municipality, committee } = readKeyFigures(build(state), '2024-06-01');
  expect(categories.map(({ category, accounts, net }) => [category, accounts, net])).toEqual([
    [1, '0', '-111'],
    [2, '2', '211'],
    [3, '1', '-100'],
    [null, '3', '0'],
  ]);
  // 150.450 + 50.250 − 100.000 kr. of BIU, 10.000 kr. of ØU; older are 50.250 − 100.000 kr.
  expect(committee).toEqual({ findings: '2', followUp: '101', older: '-50', plans: '2', overdue: '1' });
  expect(municipality).toEqual({ followUp: '111', older: '-50' });
});

it('count a plan as overdue from the day after its first deadline', () => {
  const overdue = (on: string) => readKeyFigures(build(state), on).committee.overdue;
  expect(['2024-05-31', '2024-06-01', '2024-06-02', '2025-01-01'].map(overdue)).toEqual(['0', '1', '2', '2']);
});

it('do not count as overdue what has been done', () => {
  const done = (deadline: string) => ({
    ...step(deadline),
    outcome: { state: 'done' as const, on: '2024-01-05', reason: '' },
  });
  const withSteps = (...steps: ReturnType<typeof step>[]) =>
    build(smallState([{ number: '90100001', findings: [findingOf([['2023-05-01', 150_450_00n]], { steps })] }]));
  const overdue = (model: ReturnType<typeof build>) => readKeyFigures(model, '2024-06-01').committee.overdue;
  expect(overdue(withSteps(done('2024-01-31')))).toBe('0');
  expect(overdue(withSteps(done('2024-01-31'), step('2024-12-31')))).toBe('0');
  expect(overdue(withSteps(done('2024-01-31'), step('2024-03-31')))).toBe('1');
});

it('are none where there are none', () => {
  const { committee } = readKeyFigures(build(smallState([{ number: '90100001' }])), '2024-06-01');
  expect(committee).toEqual({ findings: '0', followUp: '0', older: '0', plans: '0', overdue: '0' });
});

/** The open edition of a report that keeps these out. */
const openOf = (...targets: [kind: Redaction['kind'], target: string][]) =>
  openEdition({ ...build(state), redactions: targets.map(([kind, target]) => ({ kind, target, ground: 'lov A' })) });
const plansOn = (model: Parameters<typeof readKeyFigures>[0], on: string) => {
  const { findings, plans, overdue } = readKeyFigures(model, on).committee;
  return [findings, plans, overdue];
};

it('count in the open edition the plans that it leaves out, and of deadlines no more than it tells', () => {
  const open = openOf(['finding', '90100002']);
  // The deadline of the plan that is left out was passed on 2 June; the other's already on 1 June.
  expect(['2024-05-31', '2024-06-01', '2024-06-02'].map((on) => plansOn(open, on))).toEqual([
    ['2', '2', 'udeladt'],
    ['2', '2', 'mindst 1'],
    ['2', '2', 'mindst 1'],
  ]);
  expect(plansOn(openOf(['finding', '90100001'], ['finding', '90100002']), '2025-01-01')).toEqual([
    '2',
    '2',
    'udeladt',
  ]);
});

it('say nothing of deadlines where the open edition leaves their column out', () => {
  const column: [Redaction['kind'], string] = ['column', 'handleplaner.deadline'];
  expect(plansOn(openOf(column), '2025-01-01')).toEqual(['2', '2', 'udeladt']);
  expect(plansOn(openOf(['column', 'handleplaner.ansvarlig']), '2025-01-01')).toEqual(['2', '2', '2']);
  const none = build(smallState([{ number: '90100001' }]));
  const redactions: Redaction[] = [{ kind: 'column', target: 'handleplaner.deadline', ground: 'lov A' }];
  expect(plansOn(openEdition({ ...none, redactions }), '2025-01-01')).toEqual(['0', '0', '0']);
});

it('know all of it in the closed edition, whatever the open one leaves out', () => {
  const redactions: Redaction[] = [
    { kind: 'finding', target: '90100002', ground: 'lov A' },
    { kind: 'column', target: 'handleplaner.deadline', ground: 'lov A' },
  ];
  expect(plansOn({ ...build(state), redactions }, '2025-01-01')).toEqual(['2', '2', '2']);
});
