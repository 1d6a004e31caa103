import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import { compareModels, type ModelChanges, type Piece } from './compare-models.ts';
import type { Block, ReportModel } from './model.ts';
import { ANY_INSTALLATION, arbitraryMunicipality } from './testing/arbitrary.ts';
import { build, findingOf, smallState } from './testing/small-state.ts';

const one = smallState([
  {
    number: '95900001',
    balance: 500_000_00n,
    imFunction: '9.52.59',
    findings: [findingOf([['2023-06-30', 2_000_00n]], { problem: 'Beløbet er ikke afklaret.' })],
  },
]);
const other = smallState([
  {
    number: '95900001',
    balance: 500_000_00n,
    imFunction: '9.52.59',
    findings: [findingOf([['2023-06-30', 4_600_00n]], { problem: 'Beløbet er snart afklaret.' })],
  },
]);

const joined = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const unchanged = (pieces: Piece[]) =>
  pieces
    .filter(({ changed }) => !changed)
    .map(({ text }) => text)
    .join('');

function withText(model: ReportModel, ...texts: string[]): ReportModel {
  const document: Block[] = texts.map((text) => ({ kind: 'paragraph', text }));
  return { ...model, document, tables: [] };
}

describe('what changed between two models', () => {
  it('is nothing between a model and itself', () => {
    expect(compareModels(build(one), build(one))).toEqual({ figures: [], texts: [], others: [] });
  });

  it('names table, row and column of a figure with what it was and is', () => {
    const { figures } = compareModels(build(one), build(other));
    expect(figures).toContainEqual({
      table: 'tabel-2-1',
      title: 'Tabel 2.1 Udvalgets balanceposter til opfølgning',
      row: '9.52.59',
      column: 'Til opfølgning i alt (t.kr.)',
      before: '2',
      after: '5',
    });
    expect(figures).toContainEqual(
      expect.objectContaining({
        table: 'handleplaner',
        row: '95900001, BIU',
        column: 'Til opfølgning (kr.)',
        before: '2.000',
        after: '4.600',
      }),
    );
    expect(figures).toContainEqual(
      expect.objectContaining({ table: 'tabel-2-1', row: 'I alt', before: '2', after: '5' }),
    );
    expect(figures.some(({ column }) => column.startsWith('Antal konti'))).toBe(false);
  });

  it('goes through the tables in the order of the report', () => {
    const tables = compareModels(build(one), build(other)).figures.map(({ table }) => table);
    expect([...new Set(tables)]).toEqual(['kategorier', 'tabel-1-1', 'tabel-2-1', 'handleplaner']);
  });

  it('tells exact amounts where they only print the same', () => {
    const amount = (ore: bigint) =>
      build(smallState([{ number: '95900001', findings: [findingOf([['2023-06-30', ore]])] }]));
    const { figures } = compareModels(amount(2_000_00n), amount(2_000_01n));
    expect(figures).toContainEqual(
      expect.objectContaining({ table: 'handleplaner', before: '2.000,00 kr.', after: '2.000,01 kr.' }),
    );
  });

  it('tells the words of an action plan that changed', () => {
    const { texts } = compareModels(build(one), build(other));
    const problem = texts.find(({ place }) => place.endsWith('Problem'));
    expect(problem?.place).toBe('Handleplaner: 95900001, BIU, Problem');
    expect(problem?.before.filter(({ changed }) => changed)).toEqual([{ text: 'ikke', changed: true }]);
    expect(problem?.after.filter(({ changed }) => changed)).toEqual([{ text: 'snart', changed: true }]);
  });

  it('tells of a row that came with null before it', () => {
    const two = smallState([
      { number: '95900001', findings: [findingOf([['2023-06-30', 2_000_00n]])] },
      { number: '95900002', findings: [findingOf([['2023-06-30', 3_000_00n]])] },
    ]);
    const first = smallState([
      { number: '95900001', findings: [findingOf([['2023-06-30', 2_000_00n]])] },
      { number: '95900002' },
    ]);
    const { figures } = compareModels(build(first), build(two));
    expect(
      figures
        .filter(({ table, row }) => table === 'handleplaner' && row === '95900002, BIU')
        .map(({ before, after }) => [before, after]),
    ).toContainEqual([null, '3.000']);
  });

  it('puts a paragraph that changed beside what it was, and one that came beside nothing', () => {
    const base = build(one);
    const { texts } = compareModels(
      withText(base, 'Uændret.', 'Tallet er 5.'),
      withText(base, 'Uændret.', 'Tallet er 6.', 'Nyt.'),
    );
    expect(texts.map(({ before, after }) => [joined(before), joined(after)])).toEqual([
      ['Tallet er 5.', 'Tallet er 6.'],
      ['', 'Nyt.'],
    ]);
  });

  it('tells of what is left out, of looks and of form where no figure and no word is another', () => {
    const model = build(one);
    const others = (parts: Partial<ReportModel>) => compareModels(model, { ...model, ...parts });
    const ground = { kind: 'column' as const, target: 'egenkapital.tekst', ground: '§ 1' };
    expect(others({ redactions: [ground] })).toEqual({ figures: [], texts: [], others: ['redactions'] });
    expect(others({ brand: { colour: '#123456', logo: null } }).others).toEqual(['brand']);
    expect(others({ checks: [] }).others).toEqual(['checks']);
    const flat = model.document.map((block) => (block.kind === 'heading' ? { ...block, id: `${block.id}-x` } : block));
    expect(others({ document: flat })).toEqual({ figures: [], texts: [], others: ['form'] });
  });

  it('for any two: nothing with itself, mirrored when swapped, and each side whole', () => {
    const turned = ({ figures, texts, others }: ModelChanges): ModelChanges => ({
      others,
      figures: figures.map((change) => ({ ...change, before: change.after, after: change.before })),
      texts: texts.map((change) => ({ ...change, before: change.after, after: change.before })),
    });
    const sorted = ({ figures, texts }: ModelChanges) => [
      figures.map(({ table, row, before, after }) => JSON.stringify([table, row, before, after])).sort(),
      texts.map(({ before, after }) => JSON.stringify([before, after])).sort(),
    ];
    fc.assert(
      fc.property(arbitraryMunicipality(), arbitraryMunicipality(), (left, right) => {
        const [committee] = left.committees.map(({ code }) => code);
        fc.pre(committee !== undefined && right.committees.some(({ code }) => code === committee));
        const [a, b] = [left, right].map((state) => buildReport(state, ANY_INSTALLATION, committee ?? ''));
        if (!a || !b) throw new Error('two models');
        expect(compareModels(a, a)).toEqual({ figures: [], texts: [], others: [] });
        const changes = compareModels(a, b);
        expect(sorted(turned(compareModels(b, a)))).toEqual(sorted(changes));
        for (const { before, after } of changes.texts) {
          expect(joined(before)).not.toBe(joined(after));
          expect(unchanged(before)).toBe(unchanged(after));
        }
        for (const { before, after } of changes.figures) expect(before).not.toBe(after);
      }),
      { numRuns: 30 },
    );
  });
});
