import type { PdfReference } from 'pdfmake/js/PDFDocument.js';
import type { HeadingType, PlainType, Tag } from './tag.ts';

/** The standard structure types that the report uses (PDF 1.7, 14.8.4). */
export type ElementType =
  | Exclude<HeadingType | PlainType, never>
  | 'Document'
  | 'Sect'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link';

/** What of a page belongs to an element: a stretch of its content, by the mark it bears there. */
interface Content {
  page: PdfReference;
  mark: number;
}

/** A link's area on a page, as the object that one clicks. */
interface Annotation {
  page: PdfReference;
  annotation: PdfReference;
}

export interface Attributes {
  alt?: string;
  /** What is read instead of what is drawn. */
  actualText?: string;
  scope?: 'Column' | 'Row';
  colSpan?: number;
  rowSpan?: number;
  numbering?: 'Disc' | 'Decimal' | 'None';
  /** Left, bottom, right, top on its page, in points from the page's lower left corner. */
  box?: [number, number, number, number];
}

type Kid = Element | Content | Annotation;

/** An element of what is heard. */
export class Element {
  type: ElementType;
  readonly parent: Element | null;
  readonly attributes: Attributes;
  kids: Kid[] = [];
  /** A paragraph that stands for a text which says nothing of itself; alone in a cell it is the cell's own content. */
  readonly isImplied: boolean;
  /** Where a link leads, or the run that an element was made for: what goes on with it is the same element. */
  origin: unknown = null;

  constructor(type: ElementType, parent: Element | null, attributes: Attributes = {}, isImplied = false) {
    this.type = type;
    this.parent = parent;
    this.attributes = attributes;
    this.isImplied = isImplied;
    parent?.kids.push(this);
  }

  /** The last element in it, if nothing else came after. */
  get lastElement(): Element | null {
    const last = this.kids.at(-1);
    return last instanceof Element ? last : null;
  }
}

/** What is seen and not heard (PDF 1.7, 14.8.2.2). */
export interface Artifact {
  artifact: 'Layout' | 'Pagination' | 'Background';
  subtype?: 'Header' | 'Footer' | 'Watermark';
}

export type Mark = Element | Artifact;

export const LAYOUT: Artifact = { artifact: 'Layout' };

const isOneOf = <T extends string>(types: readonly T[], type: string): type is T => types.some((each) => each === type);

/** Elements whose text is their own content; in all others a text is a paragraph. */
const HOLDS_TEXT = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'Caption', 'Lbl', 'Span', 'Reference', 'Figure'] as const;
export const holdsText = (element: Element): boolean => isOneOf(HOLDS_TEXT, element.type);

/** Elements in which a paragraph that is all they hold says nothing. */
const TAKES_ONE_TEXT = ['TD', 'TH', 'LBody', 'Note'] as const;
/** Elements that mean something though they are empty. */
const STANDS_EMPTY = ['Document', 'TD', 'TH'] as const;

const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;
/** Levels of headings that open a section. */
const SECTION_LEVELS = 3;

/** The tree of what is heard, made in the order of the document while it is laid out. */
export class Structure {
  readonly root = new Element('Document', null);
  /** Sections and sub-headings open where the layout is, outermost first, with the level each asked for. */
  #headings: { asked: number; section: Element | null }[] = [];
  #keyed = new Map<object, Element[]>();

  /** The element that `tag` asks for within `parent`: a new one, or the one of its key. */
  open(parent: Element, tag: Exclude<Tag, { type: 'Artifact' }>): Element {
    const key = 'key' in tag ? tag.key : undefined;
    const known = key && this.#keyed.get(key)?.find((element) => element.origin === tag.type);
    if (known) return known;
    const element = this.#create(parent, tag);
    if (!key) return element;
    element.origin = tag.type;
    this.#keyed.set(key, [...(this.#keyed.get(key) ?? []), element]);
    return element;
  }

  #create(parent: Element, tag: Exclude<Tag, { type: 'Artifact' }>): Element {
    switch (tag.type) {
      case 'H':
        return this.#openHeading(parent, tag.below, true);
      case 'H1':
      case 'H2':
      case 'H3':
      case 'H4':
      case 'H5':
      case 'H6':
        return this.#openHeading(parent, Number(tag.type.slice(1)), false);
      case 'Figure':
        return new Element('Figure', this.within(parent), { alt: tag.alt });
      case 'TH':
        return new Element('TH', parent, { scope: tag.scope });
      case 'TD':
        return new Element('TD', parent, tag.colSpan === undefined ? {} : { colSpan: tag.colSpan });
      case 'L':
        return new Element('L', this.within(parent), { numbering: 'None' });
      case 'TOCI':
        return new Element('Reference', new Element('TOCI', parent));
      default:
        return new Element(tag.type, this.within(parent));
    }
  }

  /** Where in the tree something stands that the layout puts into `parent`: the document's own parts in its sections. */
  within(parent: Element): Element {
    if (parent !== this.root) return parent;
    return this.#headings.findLast((heading) => heading.section)?.section ?? this.root;
  }

  /** A heading of the level asked for, or, where the document skips levels, of the next that can follow. */
  #openHeading(parent: Element, level: number, isBelow: boolean): Element {
    const above = this.#headings.findLast((heading) => heading.section)?.asked ?? 0;
    const asked = isBelow ? above + level : level;
    while ((this.#headings.at(-1)?.asked ?? 0) >= asked) this.#headings.pop();
    const type = HEADINGS[Math.min(this.#headings.length, HEADINGS.length - 1)] ?? 'H6';
    const opensSection = parent === this.root && !isBelow && level <= SECTION_LEVELS;
    const section = opensSection ? new Element('Sect', this.within(parent)) : null;
    this.#headings.push({ asked, section });
    return new Element(type, section ?? this.within(parent));
  }

  /** Takes out what holds nothing, and paragraphs that say nothing. To be called once, when all content has its place. */
  tidy(element: Element = this.root): void {
    const kids: Kid[] = [];
    for (const kid of element.kids) {
      if (kid instanceof Element) {
        this.tidy(kid);
        if (kid.kids.length === 0 && !isOneOf(STANDS_EMPTY, kid.type)) continue;
      }
      kids.push(kid);
    }
    const [only] = kids;
    const isOnlyText = kids.length === 1 && only instanceof Element && only.isImplied;
    element.kids = isOnlyText && isOneOf(TAKES_ONE_TEXT, element.type) ? only.kids : kids;
    if (element.type === 'Table') nameRows(element);
  }
}

/** A table without any head is one of labels and what they say: the first of each row is its head. */
function nameRows(table: Element): void {
  const rows = elementsIn(table).flatMap((kid) => (kid.type === 'TR' ? kid : elementsIn(kid)));
  if (rows.some((row) => elementsIn(row).some((cell) => cell.type === 'TH'))) return;
  for (const row of rows) {
    const [first, second] = elementsIn(row);
    if (!first || !second) continue;
    first.type = 'TH';
    first.attributes.scope = 'Row';
  }
}

const elementsIn = (element: Element): Element[] => element.kids.filter((kid) => kid instanceof Element);
