import type { DocumentContext, Drawing, Fragment, Line, PageItem } from 'pdfmake/js/PageElementWriter.js';
import pageElementWriter from 'pdfmake/js/PageElementWriter.js';
import { boxOfDrawing } from './boxes.ts';
import { Element, LAYOUT, type Mark } from './structure.ts';
import { unwrap } from './unwrap.ts';

const PageElementWriter = unwrap(pageElementWriter);

/** Less than this above a block, in points, is no space that was meant to part it from what comes before. */
const LEAST_SPACE = 3;

/** A head that repeats where its table goes on. */
const REPEATED: Mark = { artifact: 'Pagination' };

/** Stamps whatever is put on a page with what it belongs to. Stamps survive the copying of blocks that may not break. */
export class TaggedWriter extends PageElementWriter {
  /** What the node that is being laid out belongs to. */
  current: Mark;
  /** The marks of list items, drawn while the item's first line is, by what draws them. */
  readonly labels = new WeakMap<object, Mark>();

  /** The block that is being put on a page. */
  #moving: Fragment | null = null;

  constructor(context: DocumentContext, root: Mark) {
    super(context);
    this.current = root;
  }

  override addLine(line: Line, keepsPosition?: boolean, index?: number): object | false {
    const [first] = line.inlines;
    const label = first && this.labels.get(first);
    line.mark = label ?? this.current;
    return super.addLine(line, keepsPosition, label ? this.#beforeLast() : index);
  }

  override addVector(vector: Drawing, ...rest: unknown[]): object | undefined {
    const label = this.labels.get(vector);
    vector.mark = label ?? this.#drawing();
    if (label) return super.addVector(vector, false, false, this.#beforeLast());
    return super.addVector(vector, ...rest);
  }

  /** The mark of an item comes before its first line, which pdfmake has already put on the page. */
  #beforeLast(): number {
    return this.context().getCurrentPage().items.length - 1;
  }

  override addImage(image: Drawing, index?: number): object | false {
    image.mark = this.#drawing();
    return super.addImage(image, index);
  }

  override addSVG(svg: Drawing, index?: number): object | false {
    svg.mark = this.#drawing();
    return super.addSVG(svg, index);
  }

  /** What is drawn is decoration, unless it is part of a figure. */
  #drawing(): Mark {
    return !(this.current instanceof Element) || this.current.type === 'Figure' ? this.current : LAYOUT;
  }

  /** A block that does not fit goes to the next page, where the space above it parts it from nothing. */
  #addBlock(block: Fragment, rest: unknown[]): boolean {
    this.#moving = block;
    const isAdded = super.addFragment(block, ...rest);
    this.#moving = null;
    return isAdded;
  }

  override moveToNextPage(orientation?: unknown): void {
    super.moveToNextPage(orientation);
    const context = this.context();
    if (!this.#moving || context.y !== context.pageMargins.top) return;
    const space = spaceAbove(this.#moving);
    if (space >= LEAST_SPACE) context.moveDown(-space);
  }

  override addFragment(fragment: Fragment, ...rest: unknown[]): boolean {
    if (!fragment.insertedOnPages) return this.#addBlock(fragment, rest);
    const { items } = this.context().getCurrentPage();
    const before = new Set<PageItem>(items);
    const isAdded = super.addFragment(fragment, ...rest);
    for (const added of items) if (!before.has(added) && added.item) added.item.mark = REPEATED;
    return isAdded;
  }
}

/** Points from the top of a block to the first thing in it. */
function spaceAbove({ items }: Fragment): number {
  const tops = items.flatMap(({ type, item }) => {
    if (!item) return [];
    if ('inlines' in item) return [item.y ?? 0];
    return type === 'vector' || type === 'image' ? (boxOfDrawing(item)?.[1] ?? 0) : [];
  });
  return tops.length === 0 ? 0 : Math.min(...tops);
}
