import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';

/** Where a line of a text stands. */
export interface LinePlace {
  /** The block's place in the text, from 0. */
  block: number;
  /** Within the block: nothing for paragraphs and headings, the item of a list, row and cell of a table; from 0. */
  path: number[];
  /** Which inline of the line is the footnote that this is; null for the line itself. */
  footnote: number | null;
}

export interface Line extends LinePlace {
  line: readonly Inline[];
}

/** All lines of a text in its order, each footnote after the line that it stands in. */
export function linesOf(document: TextDocument): Line[] {
  return document.flatMap((block, at) =>
    partsOf(block).flatMap(({ path, line }): Line[] => [
      { block: at, path, footnote: null, line },
      ...line.flatMap((inline, footnote): Line[] =>
        inline.kind === 'footnote' ? [{ block: at, path, footnote, line: inline.content }] : [],
      ),
    ]),
  );
}

function partsOf(block: TextBlock): { path: number[]; line: Inline[] }[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [{ path: [], line: block.content }];
    case 'list':
      return block.items.map((line, item) => ({ path: [item], line }));
    case 'table':
      return block.rows.flatMap((row, at) => row.map((line, cell) => ({ path: [at, cell], line })));
  }
}
