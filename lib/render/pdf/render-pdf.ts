import pdfmake, { type PdfNode } from 'pdfmake';
import {
  type BlockWriter,
  DRAFT_WORD,
  documentDate,
  type HeadingBlock,
  isDraft,
  writeBlock,
} from '#lib/render/blocks.ts';
import type { Block, ReportModel } from '#lib/report/model.ts';
import { layFigure } from './figure-node.ts';
import { BODY_FONT, loadFonts } from './fonts.ts';
import { contentsPage, frontPage, pageFooter, runningHead } from './front-page.ts';
import { layPlans } from './plan-cards.ts';
import { BODY, BODY_LEADING, HEADINGS, INK, keepWithNext, MARGINS, type Orientation, text } from './style.ts';
import { layTable } from './table-node.ts';

/** What a block becomes, and the page that it wants; 'any' goes wherever it comes. */
interface LaidBlock {
  nodes: PdfNode[];
  orientation: Orientation | 'any';
  isHeading: boolean;
}

const laid = (nodes: PdfNode[], orientation: LaidBlock['orientation'] = 'portrait', isHeading = false): LaidBlock => ({
  nodes,
  orientation,
  isHeading,
});

/** Space above and below headings, in points by level. */
const HEADING_SPACE = { 1: { above: 22, below: 6 }, 2: { above: 12, below: 5 }, 3: { above: 10, below: 3 } };

function layHeading(block: HeadingBlock, parent: string | null): PdfNode {
  const space = HEADING_SPACE[block.level];
  const label = block.number === '' ? block.text : `${block.number}  ${block.text}`;
  return text(label, {
    ...HEADINGS[block.level],
    bold: true,
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

function pdfWriter(parents: Map<string, string | null>): BlockWriter<LaidBlock> {
  return {
    heading: (block) => laid([layHeading(block, parents.get(block.id) ?? null)], 'any', true),
    paragraph: (content) => laid([text(content, { margin: [0, 0, 0, 7] })], 'any'),
    list: (items) =>
      laid([{ ul: items.map((item) => text(item, { margin: [0, 0, 0, 2] })), margin: [0, 0, 0, 8] }], 'any'),
    figure: (caption, figure) => laid([layFigure(caption, figure)]),
    table: (table, notes) => {
      const { nodes, orientation } = layTable(table, notes);
      return laid(nodes, orientation);
    },
    plans: (group) => laid(layPlans(group)),
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

/** Whether the block opens a chapter, which begins on a new page unless it is short. */
const isChapter = (block: Block): boolean => block.kind === 'heading' && block.level === 1;

/**
 * Puts the blocks on pages upright or across: what can go anywhere goes with what follows it, so that a heading and its
 * paragraphs stand on the page of their table.
 */
function paginate(blocks: Block[], parts: LaidBlock[]): PdfNode[] {
  const content: PdfNode[] = [];
  let current: Orientation = 'portrait';
  let start = 0;
  for (let end = 0; end < parts.length; end += 1) {
    const wanted = parts[end]?.orientation ?? 'any';
    const isLast = end === parts.length - 1;
    if (wanted === 'any' && !isLast) continue;
    const next = wanted === 'any' ? 'portrait' : wanted;
    const run = parts.slice(start, end + 1);
    const nodes = joinHeadings(run);
    const opensChapter = run.some((_, index) => {
      const block = blocks[start + index];
      return block !== undefined && isChapter(block);
    });
    const first = content.length === 0;
    if (first || next !== current || (opensChapter && next === 'landscape')) {
      content.push({ stack: closeTop(nodes), pageBreak: 'before', pageOrientation: next });
    } else content.push(...nodes);
    current = next;
    start = end + 1;
  }
  return content;
}

/** Lines of text that must fit beneath a heading, in points. */
const HEADING_ROOM = 3.5 * BODY_LEADING;

/** Headings stay with what they announce: within its first block where that may not be broken, else above some lines. */
function joinHeadings(parts: LaidBlock[]): PdfNode[] {
  const nodes: PdfNode[] = [];
  let heads: PdfNode[] = [];
  for (const part of parts) {
    const [first, ...rest] = part.nodes;
    if (part.isHeading || !first) heads.push(...part.nodes);
    else {
      if (heads.length === 0) nodes.push(first);
      else if ('stack' in first && first.unbreakable) nodes.push({ ...first, stack: [...heads, ...first.stack] });
      else nodes.push(...keepWithNext({ stack: heads }, first, HEADING_ROOM));
      nodes.push(...rest);
      heads = [];
    }
  }
  return [...nodes, ...heads];
}

/**
 * The annual report of a committee as PDF (look.md, report): A4, the document of the model in its order, with front
 * page, contents, bookmarks and running head. The same model gives the same bytes. Throws where the fonts are missing.
 */
export async function renderPdf(model: ReportModel): Promise<Uint8Array> {
  loadFonts();
  const headings = model.document.filter((block) => block.kind === 'heading');
  const writer = pdfWriter(outlineParents(headings));
  const parts = model.document.map((block) => writeBlock(model, block, writer));
  const title = `${model.title} – ${model.committee.name}`;
  const date = documentDate(model);
  return pdfmake
    .createPdf({
      content: [frontPage(model), contentsPage(headings), ...paginate(model.document, parts)],
      pageSize: 'A4',
      pageMargins: MARGINS,
      version: '1.7',
      language: 'da-DK',
      displayTitle: true,
      info: {
        title: isDraft(model) ? `${title} (${DRAFT_WORD})` : title,
        author: model.municipality,
        subject: model.runningHead,
        creator: 'Afstemt',
        producer: 'Afstemt',
        creationDate: date,
        modDate: date,
      },
      defaultStyle: { ...BODY, font: BODY_FONT, color: INK },
      header: (page) => runningHead(model, page),
      footer: pageFooter,
      ...(isDraft(model) ? { watermark: DRAFT_MARK } : {}),
    })
    .getBuffer();
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
