import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdLines } from './hold-lines.ts';

test.each([
  // lines, room, a page's lines, those that stay
  [5, 9, 40, 5],
  [6, 3, 40, 3],
  [6, 5, 40, 4],
  [6, 1, 40, 0],
  [3, 2, 40, 0],
  [4, 3, 40, 2],
  [51, 10, 40, 9],
  [50, 10, 40, 10],
])('of %i lines with room for %i on a page of %i, %i stay', (lines, room, page, kept) => {
  expect(holdLines(lines, room, page)).toBe(kept);
});

test('no line stands alone, however long the text is and wherever it begins', () => {
  const cases = fc.record({
    lines: fc.integer({ min: 2, max: 300 }),
    page: fc.integer({ min: 10, max: 60 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ lines, page, part }) => {
      const room = Math.floor(part * page);
      const kept = holdLines(lines, room, page);
      expect(kept).toBeLessThanOrEqual(Math.min(lines, room));
      expect(kept).not.toBe(1);
      // A text of a page and a line that begins at its top leaves one line less on it by itself.
      if (kept > 0 && kept < lines) expect((lines - kept) % page).not.toBe(1);
    }),
  );
});
