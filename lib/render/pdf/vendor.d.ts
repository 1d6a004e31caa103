/** The parts of pdfmake 0.3.11 that the report uses; the package ships no types. */
declare module 'pdfmake' {
  export interface TextStyle {
    font?: string;
    fontSize?: number;
    bold?: boolean;
    color?: string;
    alignment?: 'left' | 'right' | 'center';
    lineHeight?: number;
    characterSpacing?: number;
    noWrap?: boolean;
    sup?: boolean;
  }

  /** Common to all nodes. Lengths in points; margins left, top, right, bottom. */
  interface NodeProperties extends TextStyle {
    margin?: [number, number, number, number];
    pageBreak?: 'before' | 'after';
    pageOrientation?: 'portrait' | 'landscape';
    unbreakable?: boolean;
    /** Of a text that breaks over pages: no line of it stands alone at the foot or top of one. */
    holdsLines?: boolean;
    id?: string;
    width?: number | 'auto' | '*';
    relativePosition?: { x: number; y: number };
    /** What the node is to someone who hears it; several from the outermost to the innermost. */
    tag?: import('#lib/render/pdf/tagged/tag.ts').Tag | import('#lib/render/pdf/tagged/tag.ts').Tag[];
  }

  export interface TextNode extends NodeProperties {
    text: string | TextNode[];
    /** An address outside the document. */
    link?: string;
    linkToDestination?: string;
    outline?: boolean;
    outlineText?: string;
    outlineParentId?: string;
    outlineExpanded?: boolean;
    colSpan?: number;
    rowSpan?: number;
  }

  interface PageReferenceNode extends NodeProperties {
    pageReference: string;
  }

  export type Vector =
    | {
        type: 'line';
        x1: number;
        y1: number;
        x2: number;
        y2: number;
        lineWidth?: number;
        lineColor?: string;
        dash?: { length: number; space: number };
        lineCap?: 'round';
      }
    | { type: 'ellipse'; x: number; y: number; r1: number; r2: number; color?: string; lineColor?: string }
    | {
        type: 'rect';
        x: number;
        y: number;
        w: number;
        h: number;
        color?: string;
        lineColor?: string;
        lineWidth?: number;
      }
    | {
        type: 'polyline';
        points: { x: number; y: number }[];
        closePath?: boolean;
        color?: string;
        lineColor?: string;
        lineWidth?: number;
      };

  interface TableNode extends NodeProperties {
    table: {
      widths: (number | 'auto' | '*')[];
      body: PdfNode[][];
      headerRows?: number;
      keepWithHeaderRows?: number;
      dontBreakRows?: boolean;
    };
    layout?: TableLayout;
    colSpan?: number;
  }

  export interface TableLayout {
    defaultBorder?: boolean;
    hLineWidth?: (line: number) => number;
    vLineWidth?: (line: number) => number;
    hLineColor?: (line: number) => string;
    paddingLeft?: (column: number) => number;
    paddingRight?: (column: number) => number;
    paddingTop?: (row: number) => number;
    paddingBottom?: (row: number) => number;
  }

  export type PdfNode =
    | TextNode
    | PageReferenceNode
    | TableNode
    | (NodeProperties & { stack: PdfNode[] })
    | (NodeProperties & { columns: PdfNode[]; columnGap?: number })
    | (NodeProperties & { ul: PdfNode[] })
    | (NodeProperties & { ol: PdfNode[] })
    | (NodeProperties & { image: string; height: number })
    | (NodeProperties & { canvas: Vector[] });

  export interface DocumentDefinition {
    content: PdfNode[];
    pageSize: 'A4';
    pageMargins: [number, number, number, number];
    version: string;
    language: string;
    displayTitle: boolean;
    info: {
      title: string;
      author: string;
      subject: string;
      keywords?: string;
      creator: string;
      producer: string;
      creationDate: Date;
      modDate: Date;
    };
    defaultStyle: TextStyle;
    header: (page: number, pages: number) => PdfNode | null;
    footer: (page: number, pages: number) => PdfNode | null;
    watermark?: {
      text: string;
      font: string;
      bold: boolean;
      color: string;
      opacity: number;
      angle: number;
      fontSize: number;
    };
  }

  const pdfmake: {
    virtualfs: { writeFileSync(name: string, content: Buffer): void };
    fonts: object;
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}

/** The parts of fontkit 2 that measure text; the package ships no types. */
declare module 'fontkit' {
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { advanceWidth: number };
  }
  export function create(bytes: Buffer): Font;
}
