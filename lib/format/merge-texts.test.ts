import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { mergeDocuments, wholeOf } from './merge-texts.ts';

const p = (text: string): TextBlock => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
const ONE = p('Der er afstemt 2.449 konti i året.');
const TWO = p('De fleste er i kategori 1.');
const THREE = p('Kategori 3 er faldet siden sidste år.');
const merged = (base: TextDocument, mine: TextDocument, theirs: TextDocument) =>
  wholeOf(mergeDocuments(base, mine, theirs));

describe('mergeDocuments', () => {
  const base = [ONE, TWO, THREE];

  it('takes over what only one of two writers changed', () => {
    const mine = [p('Der er afstemt 2.450 konti i året.'), TWO, THREE];
    const theirs = [ONE, TWO, p('Kategori 3 er steget siden sidste år.'), p('Der er taget fat.')];
    expect(merged(base, mine, theirs)).toEqual([mine[0], TWO, theirs[2], theirs[3]]);
  });

  it('merges changes of two blocks that stand next to each other', () => {
    const mine = [p('Der er afstemt 2.450 konti i året.'), TWO, THREE];
    const theirs = [ONE, p('Langt de fleste er i kategori 1.'), THREE];
    expect(merged(base, mine, theirs)).toEqual([mine[0], theirs[1], THREE]);
  });

  it('asks where both changed the same block, and holds all three versions of it', () => {
    const mine = [p('Der er afstemt 2.450 konti i året.'), TWO, THREE];
    const theirs = [p('Der er afstemt 2.448 konti i året.'), TWO];
    expect(mergeDocuments(base, mine, theirs)).toEqual([
      { kind: 'conflict', base: [ONE], mine: [mine[0]], theirs: [theirs[0]] },
      { kind: 'merged', blocks: [TWO] },
    ]);
  });

  it('asks where the one took away what the other worked on', () => {
    const worked = p('De allerfleste er i kategori 1.');
    const pieces = mergeDocuments(base, [ONE, THREE], [ONE, worked, THREE]);
    expect(pieces).toContainEqual({ kind: 'conflict', base: [TWO], mine: [], theirs: [worked] });
  });

  it('asks where both wrote something new in the same place, as at the beginning of an empty text', () => {
    expect(mergeDocuments([], [ONE], [TWO])).toEqual([{ kind: 'conflict', base: [], mine: [ONE], theirs: [TWO] }]);
    expect(merged(base, [ONE, p('Nyt.'), TWO, THREE], [ONE, TWO, p('Andet.'), THREE])).toEqual([
      ONE,
      p('Nyt.'),
      TWO,
      p('Andet.'),
      THREE,
    ]);
  });

  it('takes once what both changed alike, in whatever order its parts are named', () => {
    const change = p('Der er afstemt 2.450 konti i året.');
    const same: TextBlock = {
      content: [{ text: 'Der er afstemt 2.450 konti i året.', kind: 'text' }],
      kind: 'paragraph',
    };
    expect(merged(base, [change, TWO, THREE], [same, TWO, THREE])).toEqual([change, TWO, THREE]);
  });

  const block = fc.oneof(
    fc.constantFrom('a', 'b c', 'b d', 'e f g', '').map(p),
    fc.constantFrom<TextBlock>({ kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'b c' }]] }),
  );
  const text = fc.array(block, { maxLength: 7 });

  it('gives a text that nobody else changed as its writer has it', () => {
    fc.assert(
      fc.property(text, text, (was, is) => {
        expect(merged(was, is, was)).toEqual(is);
        expect(merged(was, was, is)).toEqual(is);
        expect(merged(was, is, is)).toEqual(is);
      }),
    );
  });

  it('loses no block of either, whatever was changed', () => {
    fc.assert(
      fc.property(text, text, text, (was, mine, theirs) => {
        const pieces = mergeDocuments(was, mine, theirs);
        const held = pieces.flatMap((piece) =>
          piece.kind === 'merged' ? piece.blocks : [...piece.mine, ...piece.theirs],
        );
        const said = held.map((one) => JSON.stringify(one));
        const known = was.map((one) => JSON.stringify(one));
        for (const one of [...mine, ...theirs].map((each) => JSON.stringify(each))) {
          // What stood there already, the other may have taken away.
          if (!known.includes(one)) expect(said).toContain(one);
        }
      }),
    );
  });
});
