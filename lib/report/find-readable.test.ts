import { describe, expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from './build-report.ts';
import { openEdition } from './edition.ts';
import { findReadable } from './find-readable.ts';
import { isMoney, tableOf } from './model.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';
import { build, findingOf, lineOf, smallState } from './testing/small-state.ts';

const GROUND = 'offentlighedslovens § 30, nr. 2';
const model = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU');
const findings = (...accounts: string[]): Redaction[] =>
  accounts.map((target) => ({ kind: 'finding', target, ground: GROUND }));
const readable = (...redactions: Redaction[]) => findReadable({ ...model, redactions });

/** The cards of the reference case by function: one each in 9.28.14 and 9.52.56, three in 9.52.59, all of category 2. */
const cards = model.document.flatMap((block) =>
  block.kind === 'plans'
    ? block.group.functions.flatMap(({ code, cards: own }) => own.map((card) => ({ code, card })))
    : [],
);
const accountsOf = (imFunction: string) =>
  cards.filter(({ code }) => code === imFunction).map(({ card }) => card.account);

const inTable21 = { table: 'tabel-2-1', row: '', amount: 'opfoelgning', kind: 'alone' } as const;

describe('an amount that is left out', () => {
  test('is told where its row of table 2.1 is of nothing else', () => {
    const [account = ''] = accountsOf('9.52.56');
    expect(readable(...findings(account))).toEqual([
      { ...inTable21, account: '95600017', row: '9.52.56', category: 2 },
    ]);
    // And there it stands, to the øre.
    const open = tableOf(openEdition({ ...model, redactions: findings(account) }), 'tabel-2-1');
    const cell = open.rows.find(([code]) => code === '9.52.56')?.[
      open.columns.findIndex(({ id }) => id === 'kategori-2')
    ];
    const followUp = cards.find(({ card }) => card.account === account)?.card.followUp.ore;
    expect(cell !== undefined && isMoney(cell) && cell.ore).toBe(followUp);
  });

  test('is told where all others of its row are printed, and not where another is left out beside it', () => {
    const [one = '', two = ''] = accountsOf('9.52.59');
    expect(readable(...findings(one))).toEqual([
      { ...inTable21, account: one, row: '9.52.59', category: 2, kind: 'difference' },
    ]);
    expect(readable(...findings(one, two)).filter(({ table }) => table === 'tabel-2-1')).toEqual([]);
  });

  test('is told of each row of one plan where the column of amounts is left out', () => {
    const column: Redaction = { kind: 'column', target: 'handleplaner.opfoelgning', ground: GROUND };
    expect(readable(column)).toMatchObject([
      { row: '9.28.14', amount: 'opfoelgning', kind: 'alone' },
      { row: '9.52.56', amount: 'opfoelgning', kind: 'alone' },
    ]);
    expect(readable({ ...column, target: 'handleplaner.problem' })).toEqual([]);
    expect(readable()).toEqual([]);
  });
});

describe('an amount of a register that is left out', () => {
  const GONE: Redaction = { kind: 'column', target: 'egenkapital.beloeb', ground: GROUND };
  const readableOf = (amounts: readonly bigint[], redaction = GONE) => {
    const state = smallState([]);
    state.registers.egenkapital = amounts.map((amount) =>
      lineOf<'egenkapital'>({
        ...{ committee: 'BIU', account: '95900001', imFunction: '9.52.59', name: 'x', text: 'y' },
        ...{ amount, explanation: '', documentation: '' },
      }),
    );
    return findReadable({ ...build(state), redactions: [redaction] });
  };

  test('is told where it is the only one of its table: the total is whole', () => {
    const told = [{ kind: 'total', table: 'egenkapital', title: 'Bevægelser bogført direkte på egenkapitalen' }];
    expect(readableOf([7_000_00n])).toEqual(told);
    expect(readableOf([7_000_00n, 0n])).toEqual(told);
  });

  test('is not told beside another, where it stands, or where another column is left out', () => {
    expect(readableOf([7_000_00n, 1_00n])).toEqual([]);
    expect(readableOf([])).toEqual([]);
    expect(readableOf([7_000_00n], { ...GONE, target: 'egenkapital.navn' })).toEqual([]);
    expect(readableOf([7_000_00n], { ...GONE, target: 'periodiserede-poster.beloeb' })).toEqual([]);
  });
});

describe('an amount that is left out of a small report', () => {
  const OLD = '2022-06-30';
  const NEW = '2023-06-30';
  type Drafts = [number: string, items: [string, bigint][], parts?: Partial<Finding>][];
  /** What is told of the open edition of BIU's report without the finding on account 95900001. */
  const toldOf = (drafts: Drafts, redactions = findings('95900001')) => {
    const accounts = drafts.map(([number, items, parts]) => ({ number, findings: [findingOf(items, parts)] }));
    return findReadable({ ...build(smallState(accounts)), redactions });
  };
  const KR = 100n;

  test('is nearly told beside findings too small for a plan, where they are small beside it', () => {
    const small: Drafts = [
      ['95900002', [[NEW, 500n * KR]]],
      ['95900003', [[NEW, -900n * KR]]],
    ];
    expect(toldOf([['95900001', [[NEW, 50_000n * KR]]], ...small])).toEqual([
      { ...inTable21, account: '95900001', row: '9.52.59', category: 2, kind: 'nearly' },
    ]);
    // Two of them can come to 2.000 kr., which is as much as is left out.
    expect(toldOf([['95900001', [[NEW, 2_000n * KR]]], ...small])).toEqual([]);
  });

  test('is told in its older part by the list of the whole municipality, where its unit has no other', () => {
    const two: Drafts = [
      [
        '95900001',
        [
          [OLD, 7_000n * KR],
          [NEW, 1_000n * KR],
        ],
        { responsible: 'A1/KS', theme: 'KSD' },
      ],
      ['95900002', [[OLD, 4_000n * KR]], { responsible: 'A1', theme: '' }],
    ];
    const both = findings('95900001', '95900002');
    const inList = { table: 'aeldre-end-1-aar', amount: 'aeldre', category: 2 } as const;
    expect(toldOf(two, both)).toEqual([
      { ...inList, account: '95900002', row: '9.52.59 A1', kind: 'alone' },
      { ...inList, account: '95900001', row: '9.52.59 A1, KSD', kind: 'alone' },
    ]);
    // Another committee's finding of the same unit and function hides it: 3.000 kr. beside 7.000.
    const other: Drafts[number] = [
      '95900003',
      [[OLD, 3_000n * KR]],
      { committee: 'ØU', responsible: 'A1/X', theme: 'KSD' },
    ];
    expect(toldOf([...two, other], both)).toEqual([
      { ...inList, account: '95900002', row: '9.52.59 A1', kind: 'alone' },
    ]);
    // Without anything that is old, the list tells nothing.
    expect(
      toldOf(
        [
          ['95900001', [[NEW, 1_000n * KR]]],
          ['95900002', [[NEW, 1_000n * KR]]],
        ],
        both,
      ),
    ).toEqual([]);
  });

  test('is told once: by table 2.1 where that tells all of it', () => {
    expect(toldOf([['95900001', [[OLD, 7_000n * KR]]]])).toEqual([
      { ...inTable21, account: '95900001', row: '9.52.59', category: 2 },
    ]);
  });

  test('is told by table 2.1 where only the column of the older part is left out', () => {
    const column: Redaction = { kind: 'column', target: 'handleplaner.heraf-aeldre', ground: GROUND };
    expect(
      toldOf(
        [
          [
            '95900001',
            [
              [OLD, 7_000n * KR],
              [NEW, 1_000n * KR],
            ],
          ],
        ],
        [column],
      ),
    ).toEqual([{ ...inTable21, account: '95900001', row: '9.52.59', category: 2, amount: 'aeldre' }]);
  });
});
