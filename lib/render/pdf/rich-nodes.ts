import type { PdfNode, TextNode } from 'pdfmake';
import type { TextNote } from '#lib/render/blocks.ts';
import { numericColumns, runWords } from '#lib/render/rich-words.ts';
import type { RichBlock, Run } from '#lib/report/model.ts';
import { divideWords } from './divide-words.ts';
import { countLines, measureText, polish } from './fonts.ts';
import {
  BODY,
  HAIRLINE,
  ITEM_MEASURE,
  isLeadIn,
  isShortParagraph,
  isUnbroken,
  MEASURE,
  NOTE,
  PAGE,
  QUIET,
  TABLE,
  text,
} from './style.ts';
import { gridLayout, none, thick, thin } from './table-node.ts';
import { COLUMN_GAP } from './table-widths.ts';

/** Space beneath a paragraph, an item of a list, and a list or table, in points. */
const PARAGRAPH_SPACE = 7;
const ITEM_SPACE = 2;
const BLOCK_SPACE = 8;

/** A raised mark is drawn at little more than half of this, so that it stays within its line. */
const MARK_SIZE = { body: 11.5, table: 8.5, note: 9 };

function markNode(mark: string, size: number): TextNode {
  return text(mark, { sup: true, fontSize: size, tag: { type: 'Reference' } });
}

/** The runs with their long words divided as lines of `width` points ask for it, whatever runs a word goes through. */
function divideRuns(runs: readonly Run[], width: number, fontSize: number): Run[] {
  const whole = polish(runWords(runs));
  const divided = divideWords(whole, width, fontSize);
  let seen = 0;
  let at = 0;
  return runs.map((run) => {
    const start = at;
    for (const end = seen + run.text.length; seen < end; at += 1) if (divided[at] === whole[seen]) seen += 1;
    return { ...run, text: divided.slice(start, at) };
  });
}

/** The runs of a line: bold, links in the `accent` that says so, and the marks of the notes that follow. */
function runNodes(runs: readonly Run[], markSize: number, accent: string): TextNode[] {
  return runs.flatMap((run, index): TextNode[] => {
    const words = text(run.text, {
      ...(run.bold ? { bold: true } : {}),
      ...(run.href === undefined ? {} : { link: run.href, color: accent }),
    });
    if (run.note === undefined) return [words];
    // Two notes at one place: `1, 2`, not `12`.
    const follows = run.text === '' && runs[index - 1]?.note !== undefined;
    return [words, markNode(follows ? `,\u00a0${run.note}` : run.note, markSize)];
  });
}

function layParagraph(runs: readonly Run[], accent: string): PdfNode {
  const margin: [number, number, number, number] = [0, 0, PAGE.portrait.width - MEASURE, PARAGRAPH_SPACE];
  const divided = divideRuns(runs, MEASURE, BODY.fontSize);
  return {
    unbreakable: isShortParagraph(runWords(runs)),
    stack: [{ text: runNodes(divided, MARK_SIZE.body, accent), margin, holdsLines: true }],
  };
}

function layList({ ordered, items }: Extract<RichBlock, { kind: 'list' }>, accent: string): PdfNode {
  const nodes = items.map(
    (item): PdfNode => ({
      text: runNodes(divideRuns(item, ITEM_MEASURE, BODY.fontSize), MARK_SIZE.body, accent),
      margin: [0, 0, 0, ITEM_SPACE],
      unbreakable: isShortParagraph(runWords(item)),
      holdsLines: true,
    }),
  );
  const margin: [number, number, number, number] = [0, 0, PAGE.portrait.width - MEASURE, BLOCK_SPACE];
  return {
    unbreakable: isUnbroken(items.map(runWords).join('\n')),
    stack: [ordered ? { ol: nodes, margin } : { ul: nodes, margin }],
  };
}

/** A column that wraps is no narrower than this where there is room, in points. */
const NARROWEST = 40;
/** Kerning can widen a line by a fraction of a point, and a number must not wrap. */
const SLACK = 1;

/** As wide as the contents ask; where that is too much for the page, the widest columns give way first. */
function columnWidths(rows: readonly Run[][][], columns: number): number[] {
  const room = PAGE.portrait.width - COLUMN_GAP * (columns - 1);
  const wanted = Array.from({ length: columns }, (_, at) =>
    rows.reduce((width, row) => Math.max(width, measureRuns(row[at] ?? [])), NARROWEST / 2),
  );
  const needed = wanted.reduce((sum, width) => sum + width, 0);
  if (needed <= room) return wanted;
  const limit = narrowestLimit(wanted, room);
  return wanted.map((width) => Math.min(width, limit));
}

function measureRuns(runs: readonly Run[]): number {
  const lines = runWords(runs).split('\n');
  const marks = runs.reduce((width, { note }) => width + (note === undefined ? 0 : 4 * (note.length + 1)), 0);
  return Math.max(...lines.map((line) => measureText(line, TABLE.fontSize, true))) + marks + SLACK;
}

/** The width at which columns are cut so that all together they fill `room`. */
function narrowestLimit(wanted: readonly number[], room: number): number {
  const sorted = wanted.toSorted((left, right) => left - right);
  let left = room;
  for (const [index, width] of sorted.entries()) {
    const share = left / (sorted.length - index);
    if (width > share) return share;
    left -= width;
  }
  return room;
}

function layTable(table: Extract<RichBlock, { kind: 'table' }>, accent: string): PdfNode {
  const { head, rows } = table;
  const columns = head?.length ?? rows[0]?.length ?? 0;
  const isNumeric = numericColumns(table);
  const widths = columnWidths(head ? [head, ...rows] : rows, columns);
  const cell = (runs: readonly Run[], at: number, bold: boolean): PdfNode => ({
    text: runNodes(
      isNumeric[at] ? runs : divideRuns(runs, widths[at] ?? NARROWEST, TABLE.fontSize),
      MARK_SIZE.table,
      accent,
    ),
    ...(bold ? { bold } : {}),
    alignment: isNumeric[at] ? 'right' : 'left',
  });
  const body = [
    ...(head ? [head.map((runs, at) => cell(runs, at, true))] : []),
    ...rows.map((row) => row.map((runs, at) => cell(runs, at, false))),
  ];
  const linesOf = (runs: readonly Run[], at: number) =>
    countLines(runWords(runs), widths[at] ?? NARROWEST, TABLE.fontSize, true);
  const keepsRows = rows.every((row) => row.every((runs, at) => linesOf(runs, at) <= MOST_UNBROKEN_ROW));
  return {
    ...TABLE,
    tag: { type: 'Table' },
    margin: [0, 2, 0, BLOCK_SPACE + 4],
    table: {
      widths,
      body,
      headerRows: head ? 1 : 0,
      keepWithHeaderRows: keepsRows && head && rows.length > 0 ? 1 : 0,
      dontBreakRows: keepsRows,
    },
    layout: gridLayout(widths, (line) =>
      line === 0 || line === body.length ? thick : line === 1 && head ? thin : none,
    ),
  };
}

/** A row of more lines than this must be broken, or what does not fit on a page would be lost. */
const MOST_UNBROKEN_ROW = 25;

function layBlock(block: RichBlock, accent: string): PdfNode {
  switch (block.kind) {
    case 'paragraph':
      return layParagraph(block.runs, accent);
    case 'list':
      return layList(block, accent);
    case 'table':
      return layTable(block, accent);
  }
}

/** Points of the short line over footnotes. */
const NOTE_RULE = 60;

function layNotes(notes: readonly TextNote[], accent: string): PdfNode {
  const rule: PdfNode = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: NOTE_RULE, y2: 0, lineWidth: 0.5, lineColor: HAIRLINE }],
    margin: [0, 2, 0, 3],
  };
  const lines = notes.map(
    ({ mark, runs }, index): PdfNode => ({
      ...NOTE,
      color: QUIET,
      tag: { type: 'Note' },
      text: [
        text(mark, { sup: true, fontSize: MARK_SIZE.note, tag: { type: 'Lbl' } }),
        text('\u00a0'),
        ...runNodes(divideRuns(runs, MEASURE, NOTE.fontSize), MARK_SIZE.note, accent),
      ],
      margin: [0, 0, PAGE.portrait.width - MEASURE, index === notes.length - 1 ? PARAGRAPH_SPACE : 0],
    }),
  );
  const height = notes.reduce(
    (count, { mark, runs }) => count + countLines(`${mark} ${runWords(runs)}`, MEASURE, NOTE.fontSize),
    0,
  );
  return { unbreakable: height <= MOST_UNBROKEN_NOTES, stack: [rule, ...lines] };
}

/** Footnotes of more lines than this are broken over pages. */
const MOST_UNBROKEN_NOTES = 8;

/** Each list that may not be broken with the line that leads to it, as one. */
function joinLists(blocks: readonly RichBlock[], nodes: readonly PdfNode[]): PdfNode[] {
  const joined: PdfNode[] = [];
  for (const [index, node] of nodes.entries()) {
    const lead = blocks[index - 1];
    const before = joined.at(-1);
    const isLed = lead?.kind === 'paragraph' && isLeadIn(runWords(lead.runs));
    if (before && isLed && blocks[index]?.kind === 'list' && node.unbreakable)
      joined[joined.length - 1] = { unbreakable: true, stack: [before, node] };
    else joined.push(node);
  }
  return joined;
}

/**
 * What people wrote, as the report's own paragraphs, lists and tables look, links in `accent` (`#rrggbb`). Its footnotes
 * stand under it, never on a page without the end of what they are notes to, if that is not long itself.
 */
export function layRich(blocks: readonly RichBlock[], notes: readonly TextNote[], accent: string): PdfNode[] {
  const nodes = joinLists(
    blocks,
    blocks.map((block) => layBlock(block, accent)),
  );
  if (notes.length === 0) return nodes;
  const foot = layNotes(notes, accent);
  const last = nodes.at(-1);
  const end = blocks.at(-1);
  const holds = last?.unbreakable || (end?.kind === 'paragraph' && isUnbroken(runWords(end.runs)));
  if (!last || !holds || !foot.unbreakable) return [...nodes, foot];
  return [...nodes.slice(0, -1), { unbreakable: true, stack: [last, foot] }];
}
