import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountDraft, type FindingDraft, filledItems, filledSteps, newFinding } from './account-draft.ts';
import { mergeDrafts, type Side, saySame } from './merge-drafts.ts';

const EMPTY: AccountDraft = {
  documentedBalance: '',
  method: '',
  reconciledOn: '31.12.2023',
  initials: 'DEM',
  verdict: 'follow-up',
  findings: [],
};

const item = (stored: string, amount: string, text = 'Bilag') => ({
  key: `i${stored}`,
  stored,
  postingDate: '30.06.2022',
  text,
  amount,
});

const finding = (committee: string, ...items: FindingDraft['items']): FindingDraft => ({
  ...newFinding(committee, committee),
  items,
});

const BASE: AccountDraft = { ...EMPTY, findings: [finding('BIU', item('a', '1,00'), item('b', '2,00'))] };

/** The first finding with other items. */
const withItems = (draft: AccountDraft, ...items: FindingDraft['items']): AccountDraft => ({
  ...draft,
  findings: draft.findings.map((one, index) => (index === 0 ? { ...one, items } : one)),
});

describe('mergeDrafts', () => {
  it('takes over what one of the two changed, and says whose it was', () => {
    const mine = { ...BASE, initials: 'ABC' };
    const theirs = { ...BASE, documentedBalance: '5,00' };
    const { draft, differences } = mergeDrafts(BASE, mine, theirs);
    expect(draft).toMatchObject({ initials: 'ABC', documentedBalance: '5,00' });
    expect(differences.map(({ field, by }) => [field, by])).toEqual([
      ['documentedBalance', 'theirs'],
      ['initials', 'mine'],
    ]);
  });

  it('leaves to choose where both changed the same', () => {
    const mine = { ...BASE, initials: 'ABC' };
    const theirs = { ...BASE, initials: 'XYZ' };
    const chosen = (side: Side) => mergeDrafts(BASE, mine, theirs, () => side);
    expect(chosen('mine').draft.initials).toBe('ABC');
    expect(chosen('theirs').draft.initials).toBe('XYZ');
    expect(chosen('mine').differences).toEqual([
      {
        id: 'initials',
        committee: null,
        row: null,
        field: 'initials',
        base: 'DEM',
        mine: 'ABC',
        theirs: 'XYZ',
        by: 'both',
      },
    ]);
  });

  it('tells rows by their stored keys, wherever they stand', () => {
    const mine = withItems(BASE, item('a', '1,00'), item('b', '20,00'));
    const theirs = withItems(BASE, item('b', '2,00', 'Andet bilag'), item('c', '3,00'));
    const { draft, differences } = mergeDrafts(BASE, mine, theirs);
    expect(draft.findings[0]?.items.map(({ stored, text, amount }) => [stored, text, amount])).toEqual([
      ['b', 'Andet bilag', '20,00'],
      ['c', 'Bilag', '3,00'],
    ]);
    expect(differences.map(({ field, by, row }) => [field, by, row])).toEqual([
      ['text', 'theirs', '30.06.2022 · Bilag · 2,00'],
      ['amount', 'mine', '30.06.2022 · Bilag · 2,00'],
      ['item', 'theirs', null],
      ['item', 'theirs', null],
    ]);
  });

  it('asks about a row that one took away and the other worked on', () => {
    const mine = withItems(BASE, item('a', '1,00'));
    const theirs = withItems(BASE, item('a', '1,00'), item('b', '2,50'));
    const { differences } = mergeDrafts(BASE, mine, theirs);
    expect(differences).toMatchObject([{ field: 'item', by: 'both', mine: null, theirs: '30.06.2022 · Bilag · 2,50' }]);
    const keep = mergeDrafts(BASE, mine, theirs, () => 'theirs').draft;
    expect(saySame(keep, theirs)).toBe(true);
  });

  it('takes a row that both added alike for one, as after a save whose answer was lost', () => {
    const mine = withItems(BASE, item('a', '1,00'), item('b', '2,00'), { ...item('', '3'), key: 'ny' });
    const theirs = withItems(BASE, item('a', '1,00'), item('b', '2,00'), item('c', '3,00'));
    const { draft, differences } = mergeDrafts(BASE, mine, theirs);
    expect(differences).toEqual([]);
    expect(saySame(draft, theirs)).toBe(true);
    expect(draft.findings[0]?.items[2]).toMatchObject({ stored: 'c', key: 'ny' });
  });

  it('asks whether it is category 1 when the other worked on a finding meanwhile', () => {
    const mine = withItems(BASE, item('a', '9,00'), item('b', '2,00'));
    const theirs: AccountDraft = { ...BASE, verdict: 'category-1', findings: [] };
    const { differences } = mergeDrafts(BASE, mine, theirs);
    expect(differences.map(({ field, by }) => [field, by])).toEqual([
      ['finding', 'both'],
      ['verdict', 'both'],
    ]);
  });

  it('gives no two rows the same key', () => {
    const mine = withItems(BASE, ...filledItems(BASE.findings[0] ?? finding('')), { ...item('', '4,00'), key: 'ix' });
    const theirs = withItems(BASE, ...filledItems(BASE.findings[0] ?? finding('')), item('x', '5,00'));
    const keys = mergeDrafts(BASE, mine, theirs).draft.findings[0]?.items.map(({ key }) => key) ?? [];
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });
});

const text = fc.constantFrom('', 'Bilag', 'Løn', 'Moms', 'Husleje');
const amount = fc.constantFrom('1,00', '2,00', '-3,50', '1.000,00');
const day = fc.constantFrom('31.12.2022', '01.01.2023', '15.06.2023');
const verdict = fc.constantFrom<AccountDraft['verdict'][]>('category-1', 'follow-up');

/** One thing that somebody does to a form; numbers say where, by remainder. */
const edit = fc.oneof(
  fc.record({ does: fc.constant('head' as const), to: text }),
  fc.record({ does: fc.constant('verdict' as const), to: verdict }),
  fc.record({ does: fc.constant('problem' as const), at: fc.nat(9), to: text }),
  fc.record({ does: fc.constant('amount' as const), at: fc.nat(9), row: fc.nat(9), to: amount }),
  fc.record({ does: fc.constant('remove-item' as const), at: fc.nat(9), row: fc.nat(9) }),
  fc.record({ does: fc.constant('add-item' as const), at: fc.nat(9), date: day, text, amount }),
  fc.record({ does: fc.constant('remove-finding' as const), at: fc.nat(9) }),
  fc.record({ does: fc.constant('add-finding' as const), committee: fc.constantFrom('KFU', 'TMU', 'SOU') }),
);
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

function doEdit(draft: AccountDraft, one: Edit, key: string): AccountDraft {
  if (one.does === 'head') return { ...draft, initials: one.to };
  if (one.does === 'verdict') return { ...draft, verdict: one.to };
  if (one.does === 'add-finding') {
    const isThere = draft.findings.some(({ committee }) => committee === one.committee);
    return isThere ? draft : { ...draft, findings: [...draft.findings, newFinding(key, one.committee)] };
  }
  const at = one.at % Math.max(draft.findings.length, 1);
  const change = (found: FindingDraft): FindingDraft[] => {
    if (one.does === 'remove-finding') return [];
    if (one.does === 'problem') return [{ ...found, problem: one.to }];
    if (one.does === 'add-item') {
      const row = { key, stored: '', postingDate: one.date, text: one.text, amount: one.amount };
      return [{ ...found, items: [...found.items, row] }];
    }
    const place = one.row % found.items.length;
    const items = found.items.flatMap((row, index) => {
      if (index !== place) return [row];
      return one.does === 'amount' ? [{ ...row, amount: one.to }] : [];
    });
    return [{ ...found, items: items.length > 0 ? items : newFinding(key, '').items }];
  };
  return { ...draft, findings: draft.findings.flatMap((found, index) => (index === at ? change(found) : [found])) };
}

const edits = (name: string) =>
  fc
    .array(edit, { maxLength: 6 })
    .map(
      (list) => (base: AccountDraft) => list.reduce((draft, one, index) => doEdit(draft, one, `${name}${index}`), base),
    );

const START: AccountDraft = {
  ...EMPTY,
  findings: [
    finding('BIU', item('a', '1,00'), item('b', '2,00', 'Løn'), item('c', '7,00')),
    finding('KFU', item('d', '1,00', 'Moms')),
  ],
};

/** What a form says, in no order. */
function saidBy({ findings, ...head }: AccountDraft): unknown {
  const said = findings.map(({ key: _, items: __, steps: ___, ...own }, index) => {
    const rows = findings[index];
    const items = (rows ? filledItems(rows) : []).map(({ key: _key, stored: _stored, ...row }) => JSON.stringify(row));
    const steps = (rows ? filledSteps(rows) : []).map(({ key: _key, stored: _stored, ...row }) => JSON.stringify(row));
    return { ...own, items: items.sort(), steps: steps.sort() };
  });
  return { ...head, findings: said.sort((left, right) => (left.committee < right.committee ? -1 : 1)) };
}

describe('merging, whatever was typed', () => {
  it('with a side that changed nothing gives the other, and asks nothing', () => {
    fc.assert(
      fc.property(edits('x'), (change) => {
        const changed = change(START);
        const [one, other] = [mergeDrafts(START, changed, START), mergeDrafts(START, START, changed)];
        expect(saySame(one.draft, changed)).toBe(true);
        expect(saySame(other.draft, changed)).toBe(true);
        expect([...one.differences, ...other.differences].filter(({ by }) => by === 'both')).toEqual([]);
      }),
    );
  });

  it('gives the same whoever is first', () => {
    fc.assert(
      fc.property(edits('x'), edits('y'), fc.constantFrom<Side[]>('mine', 'theirs'), (here, there, side) => {
        const [x, y] = [here(START), there(START)];
        const one = mergeDrafts(START, x, y, () => side);
        const other = mergeDrafts(START, y, x, () => (side === 'mine' ? 'theirs' : 'mine'));
        expect(saidBy(one.draft)).toEqual(saidBy(other.draft));
        const conflicts = ({ differences }: typeof one) => differences.filter(({ by }) => by === 'both').length;
        expect(conflicts(one)).toBe(conflicts(other));
      }),
    );
  });

  it('of two who typed the same changes nothing', () => {
    fc.assert(
      fc.property(edits('x'), (change) => {
        const { draft, differences } = mergeDrafts(START, change(START), change(START));
        expect(saySame(draft, change(START))).toBe(true);
        expect(differences).toEqual([]);
      }),
    );
  });
});
