import { describe, expect, test } from 'vitest';
import { parsePeriod } from '#lib/domain/period.ts';
import type { BalanceMapping, IgnoreRules } from '#lib/schemas/mapping.ts';
import { compileMapping, compileResponsibilities } from './profile.ts';
import type { MappedLine } from './types.ts';

const period = parsePeriod('2023-03');
if (!period) throw new Error('2023-03 is a period.');
const CIRCUMSTANCES = { period, form: 'da' as const, fromExcel: false };
const IGNORE: IgnoreRules = {
  noAccount: false,
  notAnAccount: false,
  totals: false,
  outsideMain9: false,
  otherThanDigits: null,
  lines: [],
};
const column = (heading: string, at = 0) => ({ heading, at });
const PLAIN: BalanceMapping = {
  kind: 'saldobalance',
  account: { column: column('Konto'), prefix: '', suffix: '', cut: null, leadingZeros: 'keep' },
  name: { from: 'nothing' },
  imFunction: { from: 'nothing' },
  amount: { from: 'balance', column: column('Saldo') },
  sign: 'as-is',
  form: null,
  blankIsZero: false,
  selection: null,
  ignore: IGNORE,
  sumPerAccount: false,
};

type Changes = Partial<BalanceMapping>;

function read(changes: Changes, headings: string, row: string): unknown {
  const compiled = compileMapping({ ...PLAIN, ...changes }, headings.split(';'), CIRCUMSTANCES);
  if (!compiled.ok) return compiled.faults.map(({ code, column: own, params }) => [code, own, params]);
  return told(compiled.mapping.read(row.split(';')));
}

function told<T>(line: MappedLine<T>): unknown {
  if (line.state === 'ignored') return line.reason;
  return line.state === 'read' ? line.line : line.faults.map(({ code, column: own, value }) => [code, own, value]);
}

const account = (changes: Partial<BalanceMapping['account']>) => ({ account: { ...PLAIN.account, ...changes } });
const ignore = (changes: Partial<IgnoreRules>) => ({ ignore: { ...IGNORE, ...changes } });
const balanceOf = (line: unknown) => (line as { balance: bigint }).balance;

describe('amounts', () => {
  const sides = (creditIs: 'unsigned' | 'negative'): Changes => ({
    amount: { from: 'sides', debit: column('Debet'), credit: column('Kredit'), creditIs },
  });
  const marked: Changes = { amount: { from: 'marked', column: column('Beløb'), mark: column('D/K') } };
  const months = [1, 2, 3].map((month) => ({ month, column: column(`P${month}`) }));
  const periods = (take: 'balance' | 'movements'): Changes => ({
    amount: { from: 'periods', take, opening: column('Primo'), months },
  });

  test.each<[string, Changes, string, string, bigint]>([
    ['as they are', {}, 'Konto;Saldo', '1;-158.607,00', -15_860_700n],
    ['with a trailing minus', {}, 'Konto;Saldo', '1;158.607,00-', -15_860_700n],
    ['reversed', { sign: 'reversed' as const }, 'Konto;Saldo', '1;-158.607,00', 15_860_700n],
    ['debet and kredit without signs', sides('unsigned'), 'Konto;Debet;Kredit', '1;200,00;77,69', 12_231n],
    ['kredit that is negative already', sides('negative'), 'Konto;Debet;Kredit', '1;200,00;-77,69', 12_231n],
    ['kredit alone', sides('unsigned'), 'Konto;Debet;Kredit', '1;;77,69', -7_769n],
    ['marked kredit', marked, 'Konto;Beløb;D/K', '1;77,69;K', -7_769n],
    ['marked debet', marked, 'Konto;Beløb;D/K', '1;77,69;D', 7_769n],
    ['a reversal marked kredit', marked, 'Konto;Beløb;D/K', '1;-77,69;K', 7_769n],
    ['a zero without a mark', marked, 'Konto;Beløb;D/K', '1;0,00;', 0n],
    ['the balance of the period', periods('balance'), 'Konto;Primo;P1;P2;P3', '1;10,00;1,00;2,00;4,00', 400n],
    ['primo and movements', periods('movements'), 'Konto;Primo;P1;P2;P3', '1;10,00;1,00;;4,00', 1_500n],
    [
      'columns added up',
      { amount: { from: 'sum', columns: [column('Primo'), column('Bevægelse')] } } as const,
      'Konto;Primo;Bevægelse',
      '1;10,00;-4,00',
      600n,
    ],
    ['a blank one as 0', { blankIsZero: true }, 'Konto;Saldo', '1;', 0n],
  ])('%s', (_, changes, headings, row, expected) => {
    expect(balanceOf(read(changes, headings, row))).toBe(expected);
  });

  test.each<[Changes, string, string, string[][]]>([
    [{}, 'Konto;Saldo', '1;', [['value-missing', 'Saldo', '']]],
    [{}, 'Konto;Saldo', '1;ti', [['amount-not-an-amount', 'Saldo', 'ti']]],
    [marked, 'Konto;Beløb;D/K', '1;5,00;X', [['side-unknown', 'D/K', 'X']]],
    [sides('unsigned'), 'Konto;Debet;Kredit', '1;5,00;1.0,0', [['amount-not-an-amount', 'Kredit', '1.0,0']]],
  ])('a faulty one names its column and value: %#', (changes, headings, row, expected) => {
    expect(read(changes, headings, row)).toEqual(expected);
  });
});

describe('accounts', () => {
  test.each([
    ['S4-0095600017', { prefix: 'S4-', leadingZeros: 'strip' as const }, '95600017'],
    ['95600017.DK', { suffix: '.DK' }, '95600017'],
    ['95600017 Mellemregning', { cut: { keep: 'before' as const, separator: ' ' as const } }, '95600017'],
    ['1000/95600017', { cut: { keep: 'after' as const, separator: '/' as const } }, '95600017'],
    ['0095600017', {}, '0095600017'],
  ])('%s', (cell, rule, expected) => {
    expect(read(account(rule), 'Konto;Saldo', `${cell};1,00`)).toMatchObject({ account: expected });
  });

  test('what follows the number is the name', () => {
    const changes = { ...account({ cut: { keep: 'before', separator: ' ' } }), name: { from: 'account' } } as const;
    expect(read(changes, 'Konto;Saldo', '95600017 - Mellemregning A/S;1,00')).toMatchObject({
      name: 'Mellemregning A/S',
    });
  });

  test('a line whose account is none is an issue', () => {
    expect(read({}, 'Konto;Saldo', 'Mellemregning;1,00')).toEqual([['not-an-account', 'Konto', 'Mellemregning']]);
    expect(read({}, 'Konto;Saldo', ';1,00')).toEqual([['value-missing', 'Konto', '']]);
  });
});

describe('lines that are passed over', () => {
  test.each([
    [{ noAccount: true }, ';1,00', 'no-account'],
    [{ totals: true }, 'I alt;1,00', 'total'],
    [{ totals: true }, '* Total;1,00', 'total'],
    [{ totals: true }, 'Hovedfunktion 52 i alt;1,00', 'total'],
    [{ notAnAccount: true }, 'Kortfristet gæld;', 'not-an-account'],
    [{ otherThanDigits: 8 }, '9.52.59;1,00', 'digits'],
    [{ outsideMain9: true }, '44000100;1,00', 'main-account'],
    [{ outsideMain9: true }, 'S44000100;1,00', 'main-account'],
    [{ lines: [{ where: 'account' as const, how: 'begins' as const, text: '95' }] }, '95600017;1,00', 'rule'],
    [{ lines: [{ where: 'row' as const, how: 'contains' as const, text: '1,0' }] }, '95600017;1,00', 'rule'],
    [{}, ';', 'blank'],
    [{}, 'Konto;Saldo', 'headings'],
  ])('%j: %s', (rules, row, reason) => {
    expect(read(ignore(rules), 'Konto;Saldo', row)).toBe(reason);
  });

  test('an account of main account 9 is not', () => {
    const rules = ignore({ totals: true, noAccount: true, outsideMain9: true, otherThanDigits: 8 });
    expect(read(rules, 'Konto;Saldo', '95600017;1,00')).toMatchObject({ account: '95600017' });
  });

  test('of other periods: by its own, or up to it', () => {
    const selection = (take: 'only' | 'up-to') => ({
      selection: { year: column('År'), period: column('Periode'), take },
    });
    const headings = 'Konto;Saldo;År;Periode';
    expect(read(selection('only'), headings, '1;1,00;2023;02')).toBe('other-period');
    expect(read(selection('only'), headings, '1;1,00;2022;03')).toBe('other-period');
    expect(read(selection('only'), headings, '1;1,00;2023;003.2023')).toMatchObject({ balance: 100n });
    expect(read(selection('up-to'), headings, '1;1,00;2023;2')).toMatchObject({ balance: 100n });
    expect(read(selection('up-to'), headings, '1;1,00;2023;4')).toBe('other-period');
    expect(read(selection('only'), headings, '1;1,00;2023;snart')).toEqual([['period-unreadable', 'Periode', 'snart']]);
  });
});

describe('headings', () => {
  test('one that is missing is named', () => {
    expect(read({}, 'Konto;Beløb', '')).toEqual([['mapped-column-missing', 'Saldo', { cell: 1 }]]);
  });

  test('a year in them may be another', () => {
    const changes = { amount: { from: 'balance', column: column('Saldo 31.12.2023', 1) } } as const;
    expect(read(changes, 'Konto;Saldo 31.12.2024', '1;1,00')).toMatchObject({ balance: 100n });
  });

  test('of two that are alike, the one at its place', () => {
    const changes = (at: number) => ({ amount: { from: 'balance', column: column('Saldo', at) } }) as const;
    expect(read(changes(2), 'Konto;Saldo;Saldo', '1;1,00;2,00')).toMatchObject({ balance: 200n });
    expect(read(changes(0), 'Konto;Saldo;Saldo', '1;1,00;2,00')).toEqual([
      ['mapped-column-missing', 'Saldo', { cell: 1 }],
    ]);
  });

  test('rows with more or fewer cells than they are told', () => {
    expect(read({}, 'Konto;Saldo;Tekst', '1;1,00')).toEqual([['row-too-short', null, null]]);
    expect(read({}, 'Konto;Saldo', '1;1,00;x')).toEqual([['row-too-long', null, 'x']]);
  });
});

test('who reconciles an account, with what the file does not say as a constant', () => {
  const compiled = compileResponsibilities(
    {
      kind: 'kontoansvar',
      account: PLAIN.account,
      reconciledBy: { from: 'column', column: column('Enhed') },
      committee: { from: 'constant', value: 'BIU' },
      administration: { from: 'nothing' },
      separately: { from: 'column', column: column('Særskilt') },
      ignore: IGNORE,
    },
    ['Konto', 'Enhed', 'Særskilt'],
    CIRCUMSTANCES,
  );
  if (!compiled.ok) throw new Error('The columns are there.');
  expect(told(compiled.mapping.read(['95600017', 'KS', 'ja']))).toEqual({
    account: '95600017',
    reconciledBy: 'KS',
    committee: 'BIU',
    administration: '',
    separately: true,
  });
  expect(told(compiled.mapping.read(['95600017', 'KS', 'måske']))).toEqual([['not-yes-or-no', 'Særskilt', 'måske']]);
});
