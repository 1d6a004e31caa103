import { expect, test } from 'vitest';
import type { PageBlock } from '#lib/render/page/lay-out-page.ts';
import { splitByPlace } from './split-by-place.ts';

const heading = (id: string, level: 1 | 2 | 3 = 2): PageBlock => ({ kind: 'heading', level, id, number: '', text: id });
const said = (text: string): PageBlock => ({ kind: 'paragraph', text });
const written = (owner: string): PageBlock => ({ kind: 'text', place: 'kategorier', owner, blocks: [], notes: [] });

test('what people wrote is told apart from the report’s own words, by whose it is', () => {
  const blocks = [
    heading('afsnit-kommunens-balanceafstemninger', 1),
    heading('afsnit-kategorier'),
    said('Egen'),
    written(''),
    heading('tekst-kategorier-1', 3),
    written(''),
    heading('tekst-kategorier-2', 3),
    written('BIU'),
    heading('tekst-kategorier-3', 3),
    heading('afsnit-balancen'),
    said('Balance'),
  ];
  const stretches = splitByPlace(blocks);
  expect(stretches.map(({ place }) => place)).toEqual([null, 'kategorier', 'balancen']);
  expect(stretches[1]).toMatchObject({
    title: 'afsnit-kategorier',
    blocks: [blocks[1], blocks[2]],
    shared: [blocks[3], blocks[4], blocks[5]],
    own: [blocks[6], blocks[7], blocks[8]],
  });
  expect(stretches.flatMap((one) => [...one.blocks, ...one.shared, ...one.own])).toEqual(blocks);
});
