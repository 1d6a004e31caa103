import { describe, expect, test } from 'vitest';
import { tableOf } from './model.ts';
import { build, lineOf, rowsOf, smallState, textUnder, totalOf } from './testing/small-state.ts';

describe('tables of the registers', () => {
  test('transfer controls with a difference, by system; a deadline is a date or a word', () => {
    const rest = { committee: 'BIU', receiver: 'ERP', responsible: 'A1', activity: 'Ret', consequence: 'Ingen' };
    const state = smallState([]);
    state.registers.systemafstemninger = [
      lineOf<'systemafstemninger'>({ ...rest, sourceSystem: 'KY', difference: -401_350n, deadline: 'Afsluttet' }),
      lineOf<'systemafstemninger'>({ ...rest, sourceSystem: 'KSD', difference: 49n, deadline: '2024-03-31' }),
      lineOf<'systemafstemninger'>({ ...rest, sourceSystem: 'KP', difference: 0n, deadline: '' }),
      lineOf<'systemafstemninger'>({ ...rest, committee: 'ØU', sourceSystem: 'A', difference: 1n, deadline: '' }),
    ];
    expect(rowsOf(build(state), 'systemafstemninger')).toEqual([
      ['KSD', 'ERP', '0', 'Ret', 'A1', '31.03.2024', 'Ingen'],
      ['KY', 'ERP', '-4.014', 'Ret', 'A1', 'Afsluttet', 'Ingen'],
    ]);
  });

  test('lines that differ in the amount alone have an order of their own', () => {
    const rest = {
      committee: 'BIU',
      account: '95900001',
      imFunction: '9.52.59',
      name: 'N',
      text: 'T',
      explanation: '',
      documentation: '',
    };
    const state = smallState([]);
    const lines = [300_000n, -100_000n, 200_000n].map((amount) => lineOf<'egenkapital'>({ ...rest, amount }));
    state.registers.egenkapital = lines;
    expect(rowsOf(build(state), 'egenkapital').map((row) => row[4])).toEqual(['-1', '2', '3']);
    expect(totalOf(build(state), 'egenkapital')).toEqual(['I alt', '', '', '', '4', '', '']);
  });

  const movement = (amount: bigint, documentation: string) =>
    lineOf<'periodiserede-poster'>({
      committee: 'BIU',
      account: '95900001',
      imFunction: '9.52.59',
      name: 'N',
      text: `T ${amount}`,
      amount,
      explanation: 'Betalt forud',
      documentation,
    });

  test.each<[string, [bigint, string][], string, string]>([
    [
      'all lack documentation',
      [
        [100_000n, ''],
        [-350_000n, ' '],
      ],
      'har 2 periodiserede poster, der mangler dokumentation. Beløbet er netto -3 t.kr.',
      'Periodiserede poster uden dokumentation',
    ],
    [
      'one has none',
      [
        [100_000n, 'Bilag 1'],
        [-350_000n, ''],
        [700_000n, 'Bilag 2'],
      ],
      'har 3 periodiserede poster. Beløbet er netto 5 t.kr. 1 af dem mangler dokumentation, netto -4 t.kr.',
      'Periodiserede poster',
    ],
    [
      'all have one',
      [[100_000n, 'Bilag 1']],
      'har 1 periodiseret post. Beløbet er netto 1 t.kr. Dokumentationen er nævnt i tabellen.',
      'Periodiserede poster',
    ],
  ])('section 4 says what lacks documentation where %s', (_, lines, sentence, title) => {
    const state = smallState([]);
    state.registers['periodiserede-poster'] = lines.map(([amount, documentation]) => movement(amount, documentation));
    const model = build(state);
    expect(textUnder(model, 'periodiserede-poster')).toContain(sentence);
    expect(tableOf(model, 'periodiserede-poster').title).toBe(title);
    expect(rowsOf(model, 'periodiserede-poster')[0]?.[6]).toBe('Betalt forud');
  });
});
