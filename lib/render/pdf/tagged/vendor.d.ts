/**
 * The classes of pdfmake 0.3.11 that tagging builds on, and of the pdfkit 0.19.1 beneath it: not part of what either
 * promises, so both are pinned exactly (docs/adr/0016-tagged-pdf.md). Only what is used is described.
 */
declare module 'pdfmake/js/DocumentContext.js' {
  import type { DocumentContext } from 'pdfmake/js/PageElementWriter.js';

  const module: { default: new () => DocumentContext };
  export default module;
}

declare module 'pdfmake/js/PageElementWriter.js' {
  export interface Inline {
    text: string;
    x: number;
    width: number;
    height: number;
    /** Width of the space that ends it. */
    trailingCut?: number;
    /** Ours: the width of the hyphen that it gets where a line ends with it. */
    hyphenWidth?: number;
    bold?: boolean;
    italics?: boolean;
    link?: string | null;
    linkToDestination?: string | null;
    tag?: import('#lib/render/pdf/tagged/tag.ts').Tag | import('#lib/render/pdf/tagged/tag.ts').Tag[];
  }
  type Mark = import('#lib/render/pdf/tagged/structure.ts').Mark;
  /** A line of text, positioned. Its own properties survive its being copied from one place to another. */
  export interface Line {
    x: number;
    y: number;
    inlines: Inline[];
    id?: string | undefined;
    mark?: Mark;
    lastLineInParagraph?: boolean;
    _outline?: { id?: string; parentId?: string; text: string; expanded: boolean } | undefined;
    _pageNodeRef?: object | undefined;
    getHeight(): number;
    getAscenderHeight(): number;
  }
  /** A drawn thing: a vector, an image or an SVG, positioned. */
  export interface Drawing {
    type?: string;
    x?: number;
    y?: number;
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
    w?: number;
    h?: number;
    r1?: number;
    r2?: number;
    points?: { x: number; y: number }[];
    _width?: number;
    _height?: number;
    mark?: Mark;
  }
  export interface PageItem {
    type: string;
    item?: Drawing | Line;
  }
  export interface Page {
    items: PageItem[];
    pageSize: { width: number; height: number };
    watermark?: object;
  }
  export interface DocumentContext {
    pages: Page[];
    page: number;
    /** From the top of the page, in points. */
    y: number;
    pageMargins: { top: number; bottom: number };
    /** What is left of the page, in points. */
    availableHeight: number;
    moveDown(distance: number): boolean;
    getCurrentPage(): Page;
    addListener(event: 'pageAdded', listener: (page: Page) => void): void;
  }
  /** What is written at once: a block that may not be broken, or (with `insertedOnPages`) one that repeats on pages. */
  export interface Fragment {
    items: PageItem[];
    insertedOnPages?: boolean[];
  }
  class PageElementWriter {
    constructor(context: DocumentContext);
    context(): DocumentContext;
    addPage(size: object, orientation: null, margins: object): void;
    addLine(line: Line, keepsPosition?: boolean, index?: number): object | false;
    addVector(vector: Drawing, ...rest: unknown[]): object | undefined;
    addImage(image: Drawing, index?: number): object | false;
    addSVG(svg: Drawing, index?: number): object | false;
    addFragment(fragment: Fragment, ...rest: unknown[]): boolean;
    moveToNextPage(orientation?: unknown): void;
  }
  export type Writer = PageElementWriter;
  const module: { default: typeof PageElementWriter };
  export default module;
}

declare module 'pdfmake/js/DocPreprocessor.js' {
  import type { PdfNode } from 'pdfmake';

  class DocPreprocessor {
    preprocessDocument(content: PdfNode[]): PdfNode;
    preprocessText(node: PdfNode): PdfNode;
  }
  export type Preprocessor = DocPreprocessor;
  const module: { default: typeof DocPreprocessor };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { DocumentDefinition, PdfNode, TextNode } from 'pdfmake';
  import type { Preprocessor } from 'pdfmake/js/DocPreprocessor.js';
  import type { Line, Page, Writer } from 'pdfmake/js/PageElementWriter.js';
  /** A node once it is measured. */
  export type MeasuredNode = PdfNode & {
    listMarker?: { canvas?: object[]; _inlines?: object[] };
    colSpan?: number;
    rowSpan?: number;
    ol?: PdfNode[];
    svg?: string;
    image?: string;
    text?: TextNode['text'];
  };
  export interface RowLayout {
    tableNode?: MeasuredNode;
    rowIndex?: number;
  }
  class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: object);
    pageSize: object;
    pageMargins: object;
    linearNodeList: PdfNode[];
    writer: Writer;
    docPreprocessor: Preprocessor;
    docMeasure: { textInlines: object; measureDocument(node: PdfNode): PdfNode };
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: PdfNode[],
      pdf: object,
      styles: object,
      defaultStyle: DocumentDefinition['defaultStyle'],
      background: undefined,
      header: DocumentDefinition['header'],
      footer: DocumentDefinition['footer'],
      watermark: DocumentDefinition['watermark'],
    ): Page[];
    processNode(node: MeasuredNode, isVerticalAlignmentAllowed?: boolean): void;
    processRow(row: RowLayout): object;
    processLeaf(node: MeasuredNode): void;
    buildNextLine(node: MeasuredNode): Line | null;
    addBackground(getter: unknown): void;
    addHeadersAndFooters(header: unknown, footer: unknown): void;
    addDynamicRepeatable(getter: unknown, size: unknown, name: 'header' | 'footer'): void;
    addWatermark(watermark: unknown, pdf: object, defaultStyle: object): void;
  }
  const module: { default: typeof LayoutBuilder };
  export default module;
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { Inline } from 'pdfmake/js/PageElementWriter.js';

  class TextInlines {
    constructor(pdf: object);
    measure(inlines: Inline[], styles: object): Inline[];
    widthOfText(text: string, inline: Inline): number;
  }
  const module: { default: typeof TextInlines };
  export default module;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const module: { default: new () => object };
  export default module;
}

declare module 'pdfmake/js/PageSize.js' {
  export function normalizePageSize(size: string): { width: number; height: number };
  export function normalizePageMargin(margins: [number, number, number, number]): object;
}

declare module 'pdfmake/js/tableLayouts.js' {
  export const tableLayouts: object;
}

declare module 'pdfmake/js/Renderer.js' {
  import type { Drawing, Line, Page } from 'pdfmake/js/PageElementWriter.js';
  import type { PdfKitDocument, PdfOutline } from 'pdfmake/js/PDFDocument.js';

  class Renderer {
    constructor(pdf: PdfKitDocument);
    pdfDocument: PdfKitDocument;
    outlineMap: Record<string, PdfOutline>;
    renderPages(pages: Page[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: Drawing): void;
    renderImage(image: Drawing): void;
    renderSVG(svg: Drawing): void;
    renderWatermark(page: Page): void;
    beginClip(rectangle: object): void;
    endClip(): void;
    beginVerticalAlignment(item: object): void;
    endVerticalAlignment(item: object): void;
  }
  const module: { default: typeof Renderer };
  export default module;
}

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream';
  /** An object of the file, written when it is ended. */
  export interface PdfReference {
    data: Record<string, unknown>;
    compress: boolean;
    write(chunk: Uint8Array): void;
    end(): void;
  }
  export interface PdfOutline {
    addItem(
      title: string,
      options: { expanded: boolean; fit: boolean; top: number; left: number; zoom: number },
    ): PdfOutline;
    children: PdfOutline[];
    options: { expanded: boolean };
    outlineData: Record<string, unknown>;
  }
  interface Tree {
    limits: boolean;
    add(key: number | string, value: unknown): void;
    get(key: number): unknown[];
    _compareKeys(a: string, b: string): number;
  }
  export interface PdfKitDocument extends Readable {
    info: Record<string, string | Date>;
    page: {
      width: number;
      height: number;
      dictionary: PdfReference;
      annotations: PdfReference[];
      structParentTreeKey: number;
    };
    outline: PdfOutline;
    _root: { data: Record<string, unknown> & { Names: { data: { Dests: Tree } } } };
    _fontFamilies: Record<string, { unicode: number[][] }>;
    ref(data: Record<string, unknown>): PdfReference;
    addContent(operators: string): void;
    getMarkInfoDictionary(): PdfReference;
    getStructTreeRoot(): PdfReference;
    getStructParentTree(): Tree;
    createStructParentTreeNextKey(): number;
    _convertRect(x: number, y: number, width: number, height: number): number[];
    end(): void;
    endMetadata(): void;
  }
  class PDFDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: object,
      localAccessPolicy: (path: string) => boolean,
    );
  }
  interface PDFDocument extends PdfKitDocument {}
  const module: { default: typeof PDFDocument };
  export default module;
}
