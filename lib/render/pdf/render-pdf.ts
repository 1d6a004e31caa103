import type { PdfNode } from 'pdfmake';
import { accentOf } from '#lib/domain/brand.ts';
import {
  type BlockWriter,
  DRAFT_WORD,
  documentDate,
  type HeadingBlock,
  isDraft,
  writeBlock,
} from '#lib/render/blocks.ts';
import { fileMark } from '#lib/render/version-facts.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { layChart } from './chart-node.ts';
import { divideWords } from './divide-words.ts';
import { layFigure } from './figure-node.ts';
import { BODY_FONT, countLines, loadFonts } from './fonts.ts';
import { contentsPage, frontPage, pageFooter, runningHead } from './front-page.ts';
import { layPlans } from './plan-cards.ts';
import { layRich } from './rich-nodes.ts';
import {
  BODY,
  BODY_LEADING,
  HEADINGS,
  INK,
  ITEM_MEASURE,
  isLeadIn,
  isShortParagraph,
  isUnbroken,
  keepWithNext,
  MARGINS,
  MEASURE,
  type Orientation,
  PAGE,
  text,
} from './style.ts';
import { layTable } from './table-node.ts';
import { createTaggedPdf } from './tagged/create-tagged-pdf.ts';

/** What a block becomes, and the page that it wants; 'any' goes wherever it comes. */
interface LaidBlock {
  nodes: PdfNode[];
  orientation: Orientation | 'any';
  isHeading: boolean;
  isParagraph: boolean;
  /** It stays with what follows, as a heading does. */
  leads: boolean;
}

const laid = (nodes: PdfNode[], orientation: LaidBlock['orientation'] = 'portrait'): LaidBlock => ({
  nodes,
  orientation,
  isHeading: false,
  isParagraph: false,
  leads: false,
});

/** Space above and below headings, in points by level. */
const HEADING_SPACE = { 1: { above: 22, below: 6 }, 2: { above: 12, below: 5 }, 3: { above: 10, below: 3 } };

/** A heading of more lines than this is broken over pages as text is: what may not be broken is lost where no page holds it. */
const MOST_HEADING_LINES = 8;

const headingLabel = ({ number, text: words }: HeadingBlock): string => (number === '' ? words : `${number}  ${words}`);

function isShortHeading(block: HeadingBlock): boolean {
  return (
    countLines(headingLabel(block), PAGE.portrait.width, HEADINGS[block.level].fontSize, true) <= MOST_HEADING_LINES
  );
}

function layHeading(block: HeadingBlock, parent: string | null, accent: string): PdfNode {
  const space = HEADING_SPACE[block.level];
  const label = headingLabel(block);
  return text(label, {
    tag: { type: `H${block.level}` },
    ...HEADINGS[block.level],
    bold: true,
    ...(block.level === 1 ? { color: accent } : {}),
    id: block.id,
    outline: true,
    outlineText: label,
    outlineExpanded: block.level === 1,
    ...(parent === null ? {} : { outlineParentId: parent }),
    margin: [0, space.above, 0, space.below],
  });
}

/** The heading that each heading hangs under in the bookmarks. */
function outlineParents(headings: HeadingBlock[]): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  const open: HeadingBlock[] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    parents.set(heading.id, open.at(-1)?.id ?? null);
    open.push(heading);
  }
  return parents;
}

/** What prose leaves free to its right. */
const PROSE_MARGIN = PAGE.portrait.width - MEASURE;

const layParagraph = (content: string): PdfNode => ({
  unbreakable: isShortParagraph(content),
  stack: [text(divideWords(content, MEASURE, BODY.fontSize), { margin: [0, 0, PROSE_MARGIN, 7], holdsLines: true })],
});

const layItem = (content: string): PdfNode =>
  text(divideWords(content, ITEM_MEASURE, BODY.fontSize), {
    margin: [0, 0, 0, 2],
    unbreakable: isShortParagraph(content),
    holdsLines: true,
  });

const layList = (items: string[]): PdfNode => ({
  unbreakable: isUnbroken(items.join('\n')),
  stack: [{ ul: items.map(layItem), margin: [0, 0, PROSE_MARGIN, 8] }],
});

function pdfWriter(parents: Map<string, string | null>, accent: string): BlockWriter<LaidBlock> {
  return {
    heading: (block) => ({
      ...laid([layHeading(block, parents.get(block.id) ?? null, accent)], 'any'),
      isHeading: true,
      leads: isShortHeading(block),
    }),
    paragraph: (content) => ({
      ...laid([layParagraph(content)], 'any'),
      isParagraph: true,
      leads: isLeadIn(content),
    }),
    list: (items) => laid([layList(items)], 'any'),
    figure: (caption, figure) => laid([layFigure(caption, figure)]),
    table: (table, notes) => {
      const { nodes, orientation } = layTable(table, notes);
      return laid(nodes, orientation);
    },
    plans: (group) => laid(layPlans(group)),
    chart: (chart) => laid([layChart(chart, accent)], 'any'),
    rich: (blocks, notes) => laid(layRich(blocks, notes, accent), 'any'),
  };
}

/** A heading at the top of a page of its own needs no space above it. */
function closeTop(nodes: PdfNode[]): PdfNode[] {
  const [first, ...rest] = nodes;
  if (!first) return nodes;
  if ('stack' in first && first.margin === undefined) return [{ ...first, stack: closeTop(first.stack) }, ...rest];
  const [left, , right, below] = first.margin ?? [0, 0, 0, 0];
  return [{ ...first, margin: [left, 0, right, below] }, ...rest];
}

/** Nor what ends a page any beneath it: pdfmake would open another page for space that does not fit. */
function closeBottom(nodes: PdfNode[]): PdfNode[] {
  const last = nodes.at(-1);
  if (!last) return nodes;
  const [left, above, right] = last.margin ?? [0, 0, 0, 0];
  const closed: PdfNode = { ...last, margin: [left, above, right, 0] };
  return [...nodes.slice(0, -1), 'stack' in closed ? { ...closed, stack: closeBottom(closed.stack) } : closed];
}

/**
 * Puts the parts on pages upright or across. A table that lies across takes its headings and the texts between along,
 * so that they stand on the page of their table; all else stays upright.
 */
function paginate(parts: LaidBlock[]): PdfNode[] {
  const runs: { orientation: Orientation; parts: LaidBlock[] }[] = [];
  const run = (orientation: Orientation): LaidBlock[] => {
    const last = runs.at(-1);
    if (last?.orientation === orientation) return last.parts;
    const opened = { orientation, parts: [] };
    runs.push(opened);
    return opened.parts;
  };
  for (const part of parts) {
    if (part.orientation !== 'landscape') run('portrait').push(part);
    else {
      const before = runs.at(-1);
      const own = before?.orientation === 'portrait' ? before.parts.splice(findIntroduction(before.parts)) : [];
      if (before?.parts.length === 0) runs.pop();
      run('landscape').push(...own, part);
    }
  }
  return runs.map(({ orientation, parts: own }) => ({
    stack: closeBottom(
      closeTop(joinEnd(joinHeadings(own.map((part) => (orientation === 'landscape' ? keepMeasure(part) : part))))),
    ),
    pageBreak: 'before',
    pageOrientation: orientation,
  }));
}

/** Texts and charts are as wide on a page that lies across as on the others. */
function keepMeasure(part: LaidBlock): LaidBlock {
  if (part.orientation !== 'any' || part.isHeading) return part;
  const margin: [number, number, number, number] = [0, 0, PAGE.landscape.width - PAGE.portrait.width, 0];
  const nodes = part.nodes.map((node) => ({
    stack: [{ stack: [node], margin }],
    unbreakable: node.unbreakable ?? false,
  }));
  return { ...part, nodes };
}

/** Where the headings and texts begin that lead to what comes after `parts`; the end where none do. */
function findIntroduction(parts: LaidBlock[]): number {
  let start = parts.length;
  while (start > 0 && parts[start - 1]?.orientation === 'any' && !parts[start - 1]?.isHeading) start -= 1;
  if (start === 0 || !parts[start - 1]?.isHeading) return parts.length;
  while (start > 0 && parts[start - 1]?.isHeading) start -= 1;
  return start;
}

/** A part of the document with its headings. */
interface JoinedNode {
  node: PdfNode;
  /** Headings over a short paragraph, such as one that says that there is nothing. */
  isBrief: boolean;
}

/** At most this many brief parts at the end stay together, so that none of them has the last page for itself. */
const LAST_BRIEF = 3;

function joinEnd(parts: JoinedNode[]): PdfNode[] {
  const others = parts.findLastIndex(({ isBrief }) => !isBrief);
  const start = Math.max(others + 1, parts.length - LAST_BRIEF);
  const nodes = parts.map(({ node }) => node);
  if (parts.length - start < 2) return nodes;
  return [...nodes.slice(0, start), { unbreakable: true, stack: nodes.slice(start) }];
}

/** Lines of text that must fit beneath a heading, in points. */
const HEADING_ROOM = 3.5 * BODY_LEADING;

/** Headings, and lines that lead to a list, stay with what they announce: within its first block where that may not be broken, else above some lines. */
function joinHeadings(parts: LaidBlock[]): JoinedNode[] {
  const joined: JoinedNode[] = [];
  const add = (...nodes: PdfNode[]) => joined.push(...nodes.map((node) => ({ node, isBrief: false })));
  let heads: PdfNode[] = [];
  for (const part of parts) {
    const [first, ...rest] = part.nodes;
    if (part.leads || !first) heads.push(...part.nodes);
    else {
      if (heads.length === 0) add(first);
      else if ('stack' in first && first.unbreakable)
        joined.push({ node: { ...first, stack: [...heads, ...first.stack] }, isBrief: part.isParagraph });
      else add(...keepWithNext({ stack: heads }, first, HEADING_ROOM));
      add(...rest);
      heads = [];
    }
  }
  add(...heads);
  return joined;
}

/**
 * The annual report of a committee as PDF (look.md, report): A4, the document of the model in its order, with front
 * page, contents, bookmarks and running head. The same model gives the same bytes. Throws where the fonts are missing.
 */
export async function renderPdf(model: ReportModel): Promise<Uint8Array> {
  loadFonts();
  const headings = model.document.filter((block) => block.kind === 'heading');
  const accent = accentOf(model.brand);
  const writer = pdfWriter(outlineParents(headings), accent);
  const parts = model.document.map((block) => writeBlock(model, block, writer));
  const title = `${model.title} – ${model.committee.name}`;
  const date = documentDate(model);
  return createTaggedPdf({
    content: [frontPage(model), contentsPage(headings, accent), ...paginate(parts)],
    pageSize: 'A4',
    pageMargins: MARGINS,
    version: '1.7',
    language: 'da-DK',
    displayTitle: true,
    info: {
      title: isDraft(model) ? `${title} (${DRAFT_WORD})` : title,
      author: model.municipality,
      subject: model.runningHead,
      ...(model.version === null ? {} : { keywords: fileMark(model) }),
      creator: 'Afstemt',
      producer: 'Afstemt',
      creationDate: date,
      modDate: date,
    },
    defaultStyle: { ...BODY, font: BODY_FONT, color: INK },
    header: (page) => runningHead(model, page),
    footer: (page, pages) => pageFooter(model, page, pages),
    ...(isDraft(model) ? { watermark: DRAFT_MARK } : {}),
  });
}

const DRAFT_MARK = {
  text: DRAFT_WORD,
  font: BODY_FONT,
  bold: true,
  color: INK,
  opacity: 0.06,
  angle: -52,
  fontSize: 130,
};
