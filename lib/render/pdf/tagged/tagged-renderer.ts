import type { Drawing, Inline, Line, Page } from 'pdfmake/js/PageElementWriter.js';
import renderer from 'pdfmake/js/Renderer.js';
import { type Box, boxOfDrawing, boxOfInlines, join } from './boxes.ts';
import { placePart, splitLine } from './line-parts.ts';
import { hyphenOf } from './soft-hyphens.ts';
import { Element, LAYOUT, type Mark, type Structure } from './structure.ts';
import { unwrap } from './unwrap.ts';

const Renderer = unwrap(renderer);

/** Where one clicks on a page, in points from its upper left corner. */
interface LinkArea {
  link: Element;
  box: Box;
  text: string;
}

/** What a click does. Addresses are ASCII in a PDF; what of one was written in hexadecimal already stays so. */
function actionOf(target: string): Record<string, unknown> {
  if (target.startsWith('#')) return { S: 'GoTo', D: new String(target.slice(1)) };
  return { S: 'URI', URI: new String(target.toWellFormed().replace(/[^\x20-\x7e]+/gu, encodeURIComponent)) };
}

/** Draws as pdfmake does, each thing between the marks that say which element it is of. */
export class TaggedRenderer extends Renderer {
  readonly #structure: Structure;
  #open: Mark | null = null;
  #marksOnPage = 0;
  #areas: LinkArea[] = [];

  constructor(pdf: ConstructorParameters<typeof Renderer>[0], structure: Structure) {
    super(pdf);
    this.#structure = structure;
  }

  override renderPages(pages: Page[]): void {
    for (const page of pages) {
      this.#marksOnPage = 0;
      super.renderPages([page]);
      this.#close();
      this.#annotate();
    }
  }

  /** What is drawn from here on belongs to `mark`. */
  #mark(mark: Mark): void {
    if (mark === this.#open) return;
    this.#close();
    this.#open = mark;
    if (!(mark instanceof Element)) {
      const subtype = mark.subtype ? ` /Subtype /${mark.subtype}` : '';
      this.pdfDocument.addContent(`/Artifact <</Type /${mark.artifact}${subtype}>> BDC`);
      return;
    }
    const { page } = this.pdfDocument;
    mark.kids.push({ page: page.dictionary, mark: this.#marksOnPage });
    // The page must say by which key the structure's parent tree knows it.
    page.dictionary.data.StructParents = page.structParentTreeKey;
    this.pdfDocument.addContent(`/${mark.type} <</MCID ${this.#marksOnPage}>> BDC`);
    this.#marksOnPage += 1;
  }

  #close(): void {
    if (this.#open) this.pdfDocument.addContent('EMC');
    this.#open = null;
  }

  override renderVector(vector: Drawing): void {
    this.#draw(vector, () => super.renderVector(vector));
  }

  override renderImage(image: Drawing): void {
    this.#draw(image, () => super.renderImage(image));
  }

  override renderSVG(svg: Drawing): void {
    this.#draw(svg, () => super.renderSVG(svg));
  }

  #draw(drawing: Drawing, draw: () => void): void {
    const mark = drawing.mark ?? LAYOUT;
    this.#mark(mark);
    draw();
    this.#widen(mark, boxOfDrawing(drawing));
  }

  override renderWatermark(page: Page): void {
    this.#mark({ artifact: 'Pagination', subtype: 'Watermark' });
    super.renderWatermark(page);
  }

  override beginClip(rectangle: object): void {
    this.#close();
    super.beginClip(rectangle);
  }

  override endClip(): void {
    this.#close();
    super.endClip();
  }

  override beginVerticalAlignment(item: object): void {
    this.#close();
    super.beginVerticalAlignment(item);
  }

  override endVerticalAlignment(item: object): void {
    this.#close();
    super.endVerticalAlignment(item);
  }

  override renderLine(line: Line, x: number, y: number): void {
    const { _outline: outline, mark = LAYOUT } = line;
    if (outline) this.#addBookmark(outline, y);
    line._outline = undefined;
    const height = line.getHeight();
    const ascender = line.getAscenderHeight();
    const parts = splitLine(line.inlines);
    const hyphen = hyphenOf(line.inlines, line.lastLineInParagraph ?? false);
    // Its parts share the baseline of the whole line.
    if (parts.length > 1) Object.assign(line, { getHeight: () => height, getAscenderHeight: () => ascender });
    for (const part of parts) {
      const { inlines } = part;
      if (inlines.every((inline) => inline.text === '')) continue;
      const { element, link } = placePart(this.#structure, mark, part);
      this.#mark(element);
      line.inlines = inlines;
      super.renderLine(line, x, y);
      // What leads to the line leads to where it begins.
      line.id = undefined;
      line._pageNodeRef = undefined;
      const box = boxOfInlines(inlines, x, y, height);
      this.#widen(element, box);
      if (link) this.#addArea(link, box, inlines.map((inline) => inline.text).join(''));
    }
    if (hyphen) this.#drawHyphen(line, hyphen, x, y);
  }

  /** A hyphen that only divides a word is not part of what is heard (PDF 1.7, 14.8.2.2.3). */
  #drawHyphen(line: Line, hyphen: Inline, x: number, y: number): void {
    line.inlines = [hyphen];
    this.pdfDocument.addContent('/Span <</ActualText <feff00ad>>> BDC');
    super.renderLine(line, x, y);
    this.pdfDocument.addContent('EMC');
  }

  /** A bookmark that leads to the heading itself, at the height where it stands. */
  #addBookmark(outline: NonNullable<Line['_outline']>, y: number): void {
    const { id, parentId, text, expanded } = outline;
    const parent = (parentId === undefined ? undefined : this.outlineMap[parentId]) ?? this.pdfDocument.outline;
    // pdfkit counts `left` from the right edge.
    const left = this.pdfDocument.page.width;
    const item = parent.addItem(text, { expanded, fit: false, top: y, left, zoom: 0 });
    if (id !== undefined) this.outlineMap[id] = item;
  }

  /** A figure states the rectangle that it takes. */
  #widen(mark: Mark, box: Box | null): void {
    if (!box || !(mark instanceof Element) || mark.type !== 'Figure') return;
    const { height } = this.pdfDocument.page;
    const [left, top, right, bottom] = box;
    const { attributes } = mark;
    attributes.box = join([left, height - bottom, right, height - top], attributes.box);
  }

  #addArea(link: Element, box: Box, text: string): void {
    const last = this.#areas.at(-1);
    // Words on one line are one area, however far from each other: the number, the heading and the page of an entry.
    if (last?.link === link && Math.abs(last.box[3] - box[3]) < (box[3] - box[1]) / 2) {
      last.box = join(box, last.box);
      last.text = `${last.text} ${text}`;
    } else this.#areas.push({ link, box, text });
  }

  /** Puts the links of the page on it. */
  #annotate(): void {
    const { pdfDocument } = this;
    const { page } = pdfDocument;
    for (const { link, box, text } of this.#areas) {
      const [left, top, right, bottom] = box;
      const annotation = pdfDocument.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [left, page.height - bottom, right, page.height - top],
        Border: [0, 0, 0],
        F: 4,
        Contents: new String(text.replace(/\s+/g, ' ').trim()),
        A: actionOf(String(link.origin)),
        StructParent: pdfDocument.createStructParentTreeNextKey(),
      });
      annotation.end();
      page.annotations.push(annotation);
      link.kids.push({ page: page.dictionary, annotation });
    }
    this.#areas = [];
  }
}
