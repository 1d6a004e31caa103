import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reconciliation } from '#lib/domain/account.ts';
import { isoDate } from '#lib/domain/date.ts';
import { drafted } from '#lib/domain/workflow.ts';
import {
  type AccountDraft,
  calculateDraft,
  type FindingDraft,
  findStoredKeys,
  newFinding,
  readDraft,
  requiredParts,
  toDraft,
  withStoredKeys,
} from './account-draft.ts';

const DEFAULTS = { initials: 'DAN', today: '2024-02-14' };

/** 95900015 as the reference report prints it: 122.849 kr., of which older than one year 190.466 kr. */
function findingOf95900015(): FindingDraft {
  return {
    ...newFinding('a', 'BIU'),
    items: [
      { key: '1', stored: '', postingDate: '30.06.2022', text: '', amount: '190.466,00' },
      { key: '2', stored: '', postingDate: '30.09.2023', text: '', amount: '67.617-' },
      { key: '3', stored: '', postingDate: '', text: ' ', amount: '' },
    ],
  };
}

function draftWith(...findings: FindingDraft[]): AccountDraft {
  return { ...toDraft(null, DEFAULTS), verdict: 'follow-up', findings };
}

describe('the figures of what is typed', () => {
  it('are those that the report prints', () => {
    const draft = { ...draftWith(findingOf95900015()), documentedBalance: '122.848,01' };
    expect(calculateDraft(draft, 12_284_900n, '2022-12-31')).toEqual({
      category2: 12_284_900n,
      category3: 0n,
      followUp: 12_284_900n,
      older: 19_046_600n,
      category1: 0n,
      difference: 99n,
    });
  });

  it('add up over categories, and leave out what cannot be read yet', () => {
    const third: FindingDraft = {
      ...newFinding('b', 'TMU'),
      category: 3,
      items: [
        { key: '4', stored: '', postingDate: '01.01.2023', text: '', amount: '(8.252,00)' },
        { key: '5', stored: '', postingDate: '01.01.2', text: '', amount: '1,00' },
      ],
    };
    const figures = calculateDraft(draftWith(findingOf95900015(), third), 0n, '2022-12-31');
    expect(figures).toMatchObject({ category2: 12_284_900n, category3: -825_200n, followUp: 11_459_700n });
    expect(figures.category1).toBe(-11_459_700n);
    expect(figures.difference).toBeNull();
  });

  it('are without follow-up for category 1, though its findings are still in the form', () => {
    const draft: AccountDraft = { ...draftWith(findingOf95900015()), verdict: 'category-1' };
    expect(calculateDraft(draft, 500n, '2022-12-31')).toMatchObject({ followUp: 0n, category1: 500n });
    expect(readDraft(draft).input.findings).toEqual([]);
  });
});

describe('reading the form', () => {
  it('names each field that cannot be read, counting without blank rows', () => {
    const finding = findingOf95900015();
    const items = [
      { key: '0', stored: '', postingDate: '', text: '', amount: '' },
      { key: '1', stored: '', postingDate: '31.02.2023', text: 'a', amount: '12x' },
      { key: '2', stored: '', postingDate: '', text: 'b', amount: '' },
    ];
    const steps = [{ key: '0', stored: '', activity: '', deadline: 'snart', consequence: '' }];
    const draft = { ...draftWith({ ...finding, items, steps }), documentedBalance: 'tolv', reconciledOn: '32.01.2024' };
    expect(readDraft(draft).problems).toEqual([
      { path: 'documentedBalance', code: 'not-an-amount' },
      { path: 'reconciledOn', code: 'impossible-date' },
      { path: 'findings.0.items.0.postingDate', code: 'impossible-date' },
      { path: 'findings.0.items.0.amount', code: 'not-an-amount' },
      { path: 'findings.0.items.1.postingDate', code: 'required' },
      { path: 'findings.0.items.1.amount', code: 'required' },
      { path: 'findings.0.steps.0.deadline', code: 'impossible-date' },
    ]);
  });

  it('asks for a verdict where nobody has given one', () => {
    expect(readDraft(toDraft(null, DEFAULTS)).problems).toEqual([{ path: 'verdict', code: 'required' }]);
  });

  it('gives back every stored reconciliation as it was', () => {
    const date = fc
      .record({ year: fc.integer({ min: 2000, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) })
      .map(({ year, month }) => isoDate(year, month, 28) ?? '2000-01-28');
    const amount = fc.bigInt({ min: -9_000_000_000_000_000n, max: 9_000_000_000_000_000n });
    const key = fc.constantFrom('', '0123456789abcdef01234567');
    const finding = fc.record({
      committee: fc.constantFrom('BIU', 'ØU'),
      category: fc.constantFrom(2 as const, 3 as const),
      responsible: fc.constantFrom('', 'BIF/KS'),
      theme: fc.constantFrom('', 'KSD'),
      problem: fc.constantFrom('', 'Æ; "ø"\nå'),
      items: fc.array(fc.record({ postingDate: date, text: fc.constantFrom('', 'Åben post'), amount, key }), {
        minLength: 1,
      }),
      steps: fc.array(
        fc.record({
          activity: fc.constant('Afklares.'),
          deadline: fc.option(date),
          consequence: fc.constantFrom('', 'Fejl'),
          key,
        }),
      ),
    });
    const stored: fc.Arbitrary<Reconciliation> = fc.record({
      account: fc.constant('95900015'),
      category: fc.constant(2 as const),
      documentedBalance: fc.option(amount),
      method: fc.option(fc.constantFrom('source' as const, 'specification' as const)),
      reconciledOn: fc.option(date),
      initials: fc.constantFrom('', 'DAN'),
      balance: amount,
      origin: fc.constant('screen' as const),
      findings: fc.array(finding, { minLength: 1, maxLength: 3 }),
      workflow: fc.constant(drafted([])),
    });
    fc.assert(
      fc.property(stored, (reconciliation) => {
        const { input, problems } = readDraft(toDraft(reconciliation, DEFAULTS));
        const { documentedBalance, method, reconciledOn, initials, findings } = reconciliation;
        expect(problems).toEqual([]);
        expect(input).toEqual({ needsFollowUp: true, documentedBalance, method, reconciledOn, initials, findings });
      }),
    );
  });
});

describe('rows that have been stored since', () => {
  const stored = draftWith({
    ...newFinding('0', 'BIU'),
    items: [
      { key: '0.0', stored: 'aa', postingDate: '30.06.2022', text: '', amount: '190.466,00' },
      { key: '0.1', stored: 'bb', postingDate: '30.09.2023', text: '', amount: '-67.617,00' },
    ],
  });

  it('keep the key that they were given, found past blank rows and only where they are as they were typed', () => {
    const blank = { key: 'blank', stored: '', postingDate: '', text: '', amount: '' };
    const [first, second] = findingOf95900015().items;
    const draft = draftWith({
      ...newFinding('x', 'BIU'),
      items: [...(first ? [blank, first] : []), ...(second ? [{ ...second, amount: '-67.617,01' }] : [])],
    });
    const keys = findStoredKeys(draft, stored);
    expect([...keys]).toEqual([['1', 'aa']]);
    expect(withStoredKeys(draft, keys).findings[0]?.items.map((item) => item.stored)).toEqual(['', 'aa', '']);
    expect(readDraft(withStoredKeys(draft, keys)).input.findings[0]?.items.map(({ key }) => key)).toEqual(['aa', '']);
  });

  it('never take another key than the one they have', () => {
    expect(findStoredKeys(stored, stored).size).toBe(0);
  });
});

describe('what must be given', () => {
  const withAmounts = (category: 2 | 3, ...amounts: string[]) => ({
    ...newFinding('a', 'BIU'),
    category,
    items: amounts.map((amount, key) => ({
      key: String(key),
      stored: '',
      postingDate: '01.01.2023',
      text: '',
      amount,
    })),
  });

  it.each([
    [withAmounts(2, '999,99'), []],
    [withAmounts(2, '1.000,00'), ['responsible', 'activity', 'deadline']],
    // Gross: a plus and a minus that net to nothing are still followed up.
    [withAmounts(2, '500,00', '-500,00'), ['responsible', 'activity', 'deadline']],
    [withAmounts(3, '1000'), ['responsible', 'activity', 'deadline', 'consequence']],
  ])('case %#', (finding, expected) => expect([...requiredParts(finding)]).toEqual(expected));
});
