import { describe, expect, test } from 'vitest';
import type { Ore } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { CONFIRMABLE_REGISTERS } from '#lib/domain/register.ts';
import { drafted } from '#lib/domain/workflow.ts';
import { buildReport } from './build-report.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';
import { build, findingOf, lineOf, rowsOf, smallState, textUnder } from './testing/small-state.ts';

const demo = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU');

function withPrevious(accounts: [number, number, number], net = 500_000_000n): MunicipalityState {
  const state = smallState([
    { number: '95900001', findings: [findingOf([['2023-06-01', 2_500_000_000n]])] },
    { number: '95900002' },
  ]);
  state.registers.sammenligningstal = ([1, 2, 3] as const).map((category, index) =>
    lineOf<'sammenligningstal'>({ category, accounts: accounts[index] ?? 0, net: category === 2 ? net : 0n }),
  );
  return state;
}

function confirmAll(state: MunicipalityState): MunicipalityState {
  state.confirmations = CONFIRMABLE_REGISTERS.map((register) => ({
    register,
    committee: 'BIU',
    confirmedBy: 'x',
    confirmedAt: '2024-02-01',
  }));
  return state;
}

function control(sourceSystem: string, receiver: string, difference: Ore) {
  const rest = { responsible: 'A1', activity: 'Ret', deadline: '2024-03-31', consequence: 'Ingen' };
  return lineOf<'systemafstemninger'>({ committee: 'BIU', sourceSystem, receiver, difference, ...rest });
}

describe('the document of the reference case', () => {
  test('has its sections in order, numbered 1, 1.1 …', () => {
    const headings = demo.document.flatMap((block) => (block.kind === 'heading' ? [block] : []));
    expect(headings.filter(({ level }) => level === 1).map(({ number, text }) => `${number} ${text}`.trim())).toEqual([
      'Indledning',
      '1 Kommunens balanceafstemninger',
      '2 Udvalgets balanceposter',
      '3 Afskrivninger',
      '4 Periodiserede poster',
      '5 Bevægelser på balancen',
    ]);
    const numbers = headings.filter(({ level, number }) => level === 2 && number !== '').map(({ number }) => number);
    expect(numbers).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3']);
    expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length);
  });

  test('names municipality, systems, service centre and period', () => {
    expect(demo.runningHead).toBe('Københavns Kommune – Regnskab 2023');
    expect(demo.title).toBe('Årsrapportering på balancen 2023');
    const introduction = textUnder(demo, 'indledning');
    for (const name of ['økonomisystemet Kvantum', '31. december 2023', 'periode 12 i 2023', '31. december 2022']) {
      expect(introduction).toContain(name);
    }
    expect(textUnder(demo, 'afstemte-konti')).toContain(
      '2.441 konti er afstemt i 2023. Koncernservice har afstemt 2.326 konti, og forvaltningerne har afstemt 115 konti. Alle 2.441 afstemte konti er godkendt. Derudover afstemmes 8 konti særskilt.',
    );
  });

  test('comments with the published figures', () => {
    const text = textUnder(demo, 'kategorier');
    expect(text).toContain('Kategori 2 omfatter 80 konti mod 75 året før, en stigning på 5.');
    expect(text).toContain('Kategori 3 omfatter 6 konti mod 97 året før, et fald på 91.');
    expect(text).toContain('-399,6 mio. kr., heraf -401,8 mio. kr. i kategori 2 og 2,2 mio. kr. i kategori 3.');
    expect(textUnder(demo, 'opmaerksomhedspunkter')).toContain('9.58.81 Bygninger: -388,6 mio. kr.');
  });

  test('tells the transfers to the ERP and the debtor system apart', () => {
    expect(textUnder(demo, 'til-oekonomisystemet')).toBe(
      'Alle registrerede overførsler til Kvantum stemmer: KP, KSD og KY.',
    );
    expect(textUnder(demo, 'til-debitorsystemet')).toBe('KY har en difference på -4.013 kr.');
    expect(textUnder(demo, 'differencer')).toContain('[systemafstemninger]');
  });

  test('draws the figure of concepts with the published amounts', () => {
    const figures = demo.document.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
    expect(figures[0]?.levels.map((level) => level.map(({ detail }) => detail))).toEqual([
      ['2.449 konti, 0 t.kr.'],
      ['2.355 konti, 399.563 t.kr.', '80 konti, -401.803 t.kr.', '6 konti, 2.240 t.kr.'],
      ['-387.494 t.kr.', '-14.309 t.kr.', '140 t.kr.', '2.100 t.kr.'],
    ]);
    for (const detail of figures[0]?.levels.flat() ?? []) expect(figures[0]?.alternativeText).toContain(detail.detail);
  });

  test('refers each note to a column that the table has, and shows no table without rows', () => {
    for (const block of demo.document) {
      if (block.kind !== 'table') continue;
      const table = demo.tables.find(({ id }) => id === block.table);
      expect(table?.rows.length, block.table).toBeGreaterThan(0);
      for (const { column } of block.notes) {
        if (column !== null) expect(table?.columns.map(({ id }) => id)).toContain(column);
      }
    }
  });
});

describe('words follow the figures', () => {
  test.each<[[number, number, number], string, string]>([
    [[1, 0, 0], 'Kategori 2 omfatter 1 konto mod ingen året før, en stigning på 1.', 'ingen konti, hvilket er uændret'],
    [
      [1, 1, 2],
      'Kategori 2 omfatter 1 konto, hvilket er uændret fra året før.',
      'ingen konti mod 2 året før, et fald på 2.',
    ],
  ])('last year %s', (previous, second, third) => {
    const text = textUnder(build(withPrevious(previous)), 'kategorier');
    expect(text).toContain(second);
    expect(text).toContain(`Kategori 3 omfatter ${third}`);
    expect(text).toContain(
      '25,0 mio. kr., alt i kategori 2. Året før var nettobeløbet 5,0 mio. kr.; det er steget med 20,0 mio. kr.',
    );
    expect(text).not.toContain('kr..');
  });

  test.each<[Ore, string]>([
    [2_500_000_000n, 'Nettobeløbet er uændret fra året før.'],
    // 300 kr. is no change in t.kr., 500 kr. is one.
    [2_499_970_000n, 'Nettobeløbet er uændret fra året før.'],
    [2_500_030_000n, 'Nettobeløbet er uændret fra året før.'],
    // 24.999.500 kr. is 25.000 t.kr. as well: nothing has risen for whoever reads it.
    [2_499_950_000n, 'Nettobeløbet er uændret fra året før.'],
    // What looks alike in mio. kr. is told as the table has it.
    [2_499_949_900n, 'Nettobeløbet er steget med 1 t.kr. fra 24.999 t.kr. året før til 25.000 t.kr.'],
    [2_504_949_900n, 'Nettobeløbet er faldet med 49 t.kr. fra 25.049 t.kr. året før til 25.000 t.kr.'],
    [2_505_000_000n, 'Året før var nettobeløbet 25,1 mio. kr.; det er faldet med 50 t.kr.'],
    [-2_500_000_000n, 'Året før var nettobeløbet -25,0 mio. kr.; det er steget med 50,0 mio. kr.'],
  ])('a net amount of %s øre last year', (net, expected) => {
    expect(textUnder(build(withPrevious([1, 0, 0], net)), 'kategorier')).toContain(expected);
  });

  test('without last year the text says so and compares nothing', () => {
    const text = textUnder(build(smallState([{ number: '95900001' }])), 'kategorier');
    expect(text).toContain('Der er ikke registreret sammenligningstal for 2022.');
    expect(text).not.toContain('året før');
    expect(text).toContain('1 konto er afstemt uden bemærkninger.');
    expect(text).toContain('Der er intet beløb til opfølgning.');
  });

  test('accounts without a verdict are not told as reconciled', () => {
    const text = textUnder(
      build(smallState([{ number: '95900001' }, { number: '95900002', verdict: false }])),
      'afstemte-konti',
    );
    expect(text).toContain('1 konto er afstemt i 2023, mens 1 konto endnu ikke er vurderet.');
  });

  test.each([
    [[], 'Alle 3 afstemte konti er godkendt.'],
    [['95900001'], 'Af de 3 afstemte konti er 2 godkendt.'],
    [['95900001', '95900002', '95900003'], 'Af de 3 afstemte konti er ingen godkendt.'],
  ])('names how many are approved, without %s', (drafts, sentence) => {
    const state = smallState(['95900001', '95900002', '95900003'].map((number) => ({ number })));
    for (const number of drafts) {
      const own = state.reconciliations.get(number);
      if (own) state.reconciliations.set(number, { ...own, workflow: drafted(['maker']) });
    }
    expect(textUnder(build(state), 'afstemte-konti')).toContain(sentence);
  });

  test('a supplementary period is named', () => {
    expect(textUnder(build(smallState([], '2023-13')), 'formaal')).toContain('supplementsperiode 13 i 2023');
  });

  test('a committee with nothing gets sentences instead of tables', () => {
    const model = build(confirmAll(smallState([{ number: '95900001' }])));
    const text = textUnder(model, 'udvalgets-balanceposter');
    expect(text).toContain('Beskæftigelsesudvalget har ingen balanceposter til opfølgning.');
    expect(text).not.toContain('[');
    expect(textUnder(model, 'aeldre-end-et-aar')).toContain('31. december 2022');
  });

  test('findings under the threshold have no plans, and the text says why', () => {
    const state = smallState([{ number: '95900001', findings: [findingOf([['2023-06-01', 99_999n]])] }]);
    expect(textUnder(build(state), 'handleplaner')).toContain('under 1.000 kr.');
    expect(rowsOf(build(state), 'handleplaner')).toEqual([]);
  });
});

describe('none registered is not none', () => {
  const sections = ['dataoverfoersler', 'afskrivninger', 'periodiserede-poster', 'egenkapital'];

  test.each(sections)('%s', (section) => {
    const state = smallState([{ number: '95900001' }]);
    const open = textUnder(build(state), section);
    const confirmed = textUnder(build(confirmAll(state)), section);
    expect(open).toContain('ikke registreret');
    expect(open).toContain('ikke bekræftet');
    expect(open).not.toContain('stemmer:');
    expect(confirmed).not.toContain('registreret');
    expect(confirmed).toMatch(/^Beskæftigelsesudvalget har (ikke|ingen) /);
  });

  test('a receiver without controls is not said to agree', () => {
    const state = smallState([{ number: '95900001' }]);
    state.registers.systemafstemninger = [control('KY', 'erp', 0n), control('KP', 'Bank', 12_300n)];
    const model = build(state);
    expect(textUnder(model, 'til-oekonomisystemet')).toBe('Alle registrerede overførsler til ERP stemmer: KY.');
    expect(textUnder(model, 'til-debitorsystemet')).toBe(
      'Der er ikke registreret nogen kontrol af overførsler til Debitor.',
    );
    expect(textUnder(model, 'til-andre-systemer')).toBe('Bank: KP har en difference på 123 kr.');
  });

  test('what agrees beside what differs', () => {
    const state = smallState([{ number: '95900001' }]);
    state.registers.systemafstemninger = [
      control('KY', 'ERP', -1n),
      control('KSD', 'ERP', 0n),
      control('KP', 'ERP', 0n),
    ];
    expect(textUnder(build(state), 'til-oekonomisystemet')).toBe(
      'KY har en difference på under 1 kr. De øvrige registrerede overførsler stemmer: KP og KSD.',
    );
  });

  test('kinds of write-off without lines are told from those with', () => {
    const state = smallState([{ number: '95900001' }]);
    const line = {
      writtenOffFunction: '8.28.14',
      counterFunction: '0.25.11',
      counterName: 'Beboelse',
      appropriation: 'B',
    };
    state.registers.afskrivninger = [
      lineOf<'afskrivninger'>({ committee: 'BIU', kind: 'drift', amount: 50_000n, ...line }),
    ];
    const text = textUnder(build(state), 'afskrivninger');
    expect(text).toContain('[afskrivninger-drift]');
    expect(text).toContain('Blandt de registrerede afskrivninger er der ingen øvrige afskrivninger.');
  });
});
