import type { PdfNode } from 'pdfmake';
import docPreprocessor from 'pdfmake/js/DocPreprocessor.js';
import documentContext from 'pdfmake/js/DocumentContext.js';
import type { MeasuredNode, RowLayout } from 'pdfmake/js/LayoutBuilder.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import type { Line } from 'pdfmake/js/PageElementWriter.js';
import { holdLines } from './hold-lines.ts';
import { SoftInlines } from './soft-hyphens.ts';
import { Element, holdsText, LAYOUT, type Mark, Structure } from './structure.ts';
import type { Tag } from './tag.ts';
import { TaggedWriter } from './tagged-writer.ts';
import { unwrap } from './unwrap.ts';

const LayoutBuilder = unwrap(layoutBuilder);
const DocPreprocessor = unwrap(docPreprocessor);
const DocumentContext = unwrap(documentContext);

/** Runs within runs (a word in the second font) take over what is said of the outer run: pdfmake forgets it. */
class RunPreprocessor extends DocPreprocessor {
  override preprocessText(node: MeasuredNode): PdfNode {
    if (Array.isArray(node.text)) {
      node.text = node.text.flatMap((run) =>
        Array.isArray(run.text) ? run.text.map((part) => ({ ...run, ...part })) : [run],
      );
    }
    return super.preprocessText(node);
  }
}

const tagsOf = (node: PdfNode): Tag[] =>
  node.tag === undefined ? [] : Array.isArray(node.tag) ? node.tag : [node.tag];

/** Lays out as pdfmake does, and says of each thing on a page which element of the structure it belongs to. */
export class TaggedLayout extends LayoutBuilder {
  readonly structure = new Structure();
  declare writer: TaggedWriter;
  /** The lines of the text that is being laid out, where they were made before the first is put on a page. */
  #ahead: Line[] | null = null;

  /** As in pdfmake, with words that may be divided and a writer that stamps, and without what the report has no use for (sections, backgrounds). */
  tryLayoutDocument(
    content: PdfNode[],
    pdf: object,
    _styles: object,
    defaultStyle: object,
    _background: undefined,
    header: unknown,
    footer: unknown,
    watermark: unknown,
  ): object {
    this.linearNodeList = [];
    this.docPreprocessor = new RunPreprocessor();
    this.docMeasure.textInlines = new SoftInlines(pdf);
    const measured = this.docMeasure.measureDocument(this.docPreprocessor.preprocessDocument(content));
    this.writer = new TaggedWriter(new DocumentContext(), this.structure.root);
    this.writer.addPage(this.pageSize, null, this.pageMargins);
    this.processNode(measured);
    this.addHeadersAndFooters(header, footer);
    this.addWatermark(watermark, pdf, defaultStyle);
    return { pages: this.writer.context().pages, linearNodeList: this.linearNodeList };
  }

  #within<T>(mark: Mark, work: () => T): T {
    const outer = this.writer.current;
    this.writer.current = mark;
    const result = work();
    this.writer.current = outer;
    return result;
  }

  override processNode(node: MeasuredNode, isVerticalAlignmentAllowed?: boolean): void {
    const mark = this.#open(node, this.writer.current);
    this.#within(mark, () => super.processNode(node, isVerticalAlignmentAllowed));
  }

  override processRow(row: RowLayout): object {
    const { tableNode, rowIndex = 0 } = row;
    const table = this.writer.current;
    if (!tableNode || !(table instanceof Element) || table.type !== 'Table') return super.processRow(row);
    return this.#within(openRow(table, tableNode, rowIndex), () => super.processRow(row));
  }

  override processLeaf(node: MeasuredNode): void {
    if (node.holdsLines) {
      const lines: Line[] = [];
      for (let line = super.buildNextLine(node); line; line = super.buildNextLine(node)) lines.push(line);
      this.#makeRoom(lines);
      this.#ahead = lines;
    }
    super.processLeaf(node);
    this.#ahead = null;
  }

  override buildNextLine(node: MeasuredNode): Line | null {
    return this.#ahead ? (this.#ahead.shift() ?? null) : super.buildNextLine(node);
  }

  /** Leaves as much of the page free as keeps a line of the text from standing alone. */
  #makeRoom(lines: readonly Line[]): void {
    const context = this.writer.context();
    const height = lines[0]?.getHeight() ?? 0;
    if (height === 0) return;
    const { pageMargins } = context;
    const whole = context.getCurrentPage().pageSize.height - pageMargins.top - pageMargins.bottom;
    const room = Math.max(0, Math.floor(context.availableHeight / height));
    const kept = holdLines(lines.length, room, Math.floor(whole / height));
    if (kept === 0 && context.y > pageMargins.top) {
      this.writer.moveToNextPage();
      this.#makeRoom(lines);
    } else if (kept > 0 && kept < room && kept < lines.length) context.availableHeight -= (room - kept) * height;
  }

  override addDynamicRepeatable(getter: unknown, size: unknown, name: 'header' | 'footer'): void {
    const subtype = name === 'header' ? 'Header' : 'Footer';
    this.#within({ artifact: 'Pagination', subtype }, () => super.addDynamicRepeatable(getter, size, name));
  }

  /** The innermost element that the content of `node` belongs to. */
  #open(node: MeasuredNode, parent: Mark): Mark {
    if (!(parent instanceof Element)) return parent;
    const tags = tagsOf(node);
    let element = this.#openFrame(node, parent, tags);
    for (const tag of tags) {
      if (tag.type === 'Artifact') return LAYOUT;
      element = this.structure.open(element, tag);
      if (tag.type === 'TH' || tag.type === 'TD') Object.assign(element.attributes, spans(node));
    }
    return this.#openKind(node, element, tags.at(-1));
  }

  /** What a node must be because of where it stands: a cell in a row, an item in a list. */
  #openFrame(node: MeasuredNode, parent: Element, tags: Tag[]): Element {
    const first = tags[0]?.type;
    if (parent.type === 'TR' && first !== 'TH' && first !== 'TD') return openCell(node, parent);
    if (parent.type === 'L' && first !== 'LI') return this.#openItem(node, parent);
    return parent;
  }

  #openItem(node: MeasuredNode, list: Element): Element {
    const item = new Element('LI', list);
    const { canvas, _inlines } = node.listMarker ?? {};
    const drawn = canvas?.[0] ?? _inlines?.[0];
    if (drawn) this.writer.labels.set(drawn, new Element('Lbl', item, canvas ? { actualText: '•' } : {}));
    return new Element('LBody', item);
  }

  /** What a node is by itself, where its tags have not said so. */
  #openKind(node: MeasuredNode, element: Element, tag: Tag | undefined): Mark {
    if (element.type === 'Figure') return element;
    if ('ul' in node || node.ol) {
      if (tag?.type === 'L') return element;
      return new Element('L', this.structure.within(element), { numbering: node.ol ? 'Decimal' : 'Disc' });
    }
    if ('table' in node) {
      if (tag?.type === 'Table' || tag?.type === 'Div') return element;
      return new Element('Table', this.structure.within(element));
    }
    if (node.text === undefined || holdsText(element)) return element;
    return new Element('P', this.structure.within(element), {}, true);
  }
}

/** The row of `table` at `index`, in the part of the table where it belongs. */
function openRow(table: Element, node: MeasuredNode, index: number): Element {
  const heads = 'table' in node ? (node.table.headerRows ?? 0) : 0;
  const asked = tagsOf(node).findLast((tag) => tag.type === 'Table')?.part ?? 'TBody';
  const type = index < heads ? 'THead' : asked;
  const last = table.lastElement;
  return new Element('TR', last?.type === type ? last : new Element(type, table));
}

/** A cell that says nothing of itself: a column's head in the head of the table, else a cell. */
function openCell(node: MeasuredNode, row: Element): Element {
  return row.parent?.type === 'THead'
    ? new Element('TH', row, { scope: 'Column', ...spans(node) })
    : new Element('TD', row, spans(node));
}

function spans({ colSpan = 1, rowSpan = 1 }: MeasuredNode): { colSpan?: number; rowSpan?: number } {
  return { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}
