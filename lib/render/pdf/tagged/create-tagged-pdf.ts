import pdfmake, { type DocumentDefinition } from 'pdfmake';
import { normalizePageMargin, normalizePageSize } from 'pdfmake/js/PageSize.js';
import type { PdfOutline } from 'pdfmake/js/PDFDocument.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import { tableLayouts } from 'pdfmake/js/tableLayouts.js';
import { writeXmp } from './metadata.ts';
import { TaggedLayout } from './tagged-layout.ts';
import { TaggedRenderer } from './tagged-renderer.ts';
import { unwrap } from './unwrap.ts';
import { writeStructure } from './write-structure.ts';

const PDFDocument = unwrap(pdfDocument);
const SVGMeasure = unwrap(svgMeasure);

const NOTHING_LOCAL = (): boolean => false;

/** What stands for a glyph without a character: no map of a font may say nothing (0) of a glyph. */
const UNKNOWN_CHARACTER = 0xfffd;

/**
 * Signs of print that are copied, sought and heard as those of the keyboard: a spreadsheet takes no number with the real
 * minus (U+2212), and who seeks `kategori 2` types no no-break space.
 */
const COPIED_AS = new Map([
  [0x2212, 0x2d],
  [0xa0, 0x20],
]);

/** As pdfkit's, but for what that writes otherwise than PDF and PDF/UA have it. */
class TaggedDocument extends PDFDocument {
  readonly #definition: DocumentDefinition;

  constructor(definition: DocumentDefinition, size: [number, number]) {
    const { info } = definition;
    const options = {
      size,
      pdfVersion: definition.version,
      tagged: true,
      displayTitle: definition.displayTitle,
      lang: definition.language,
      autoFirstPage: false,
      font: null,
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        ...(info.keywords === undefined ? {} : { Keywords: info.keywords }),
        Creator: info.creator,
        Producer: info.producer,
        CreationDate: info.creationDate,
        ModDate: info.modDate,
      },
    };
    super(pdfmake.fonts, {}, {}, {}, options, pdfmake.virtualfs, NOTHING_LOCAL);
    this.#definition = definition;
    // Names are sought by the order of their bytes, not by that of any language.
    const { Dests: names } = this._root.data.Names.data;
    names._compareKeys = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
    names.limits = false;
  }

  override end(): void {
    for (const font of Object.values(this._fontFamilies)) {
      font.unicode = font.unicode.map((codes) => codes.map((code) => COPIED_AS.get(code) ?? code));
      font.unicode[0] = [UNKNOWN_CHARACTER];
    }
    this.outline.outlineData.Count = countBookmarks(this.outline);
    super.end();
  }

  /** pdfkit puts texts into the XMP unescaped, and does not say of it that it keeps to PDF/UA-1. */
  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.write(Buffer.from(writeXmp(this.#definition.info, this.#definition.language), 'utf8'));
    metadata.end();
    this._root.data.Metadata = metadata;
  }
}

/** How many bookmarks are seen beneath `item` when it is open. A closed one says so by a negative number. */
function countBookmarks(item: PdfOutline): number {
  let seen = item.children.length;
  for (const child of item.children) {
    const beneath = countBookmarks(child);
    if (beneath === 0) continue;
    if (child.options.expanded) seen += beneath;
    else child.outlineData.Count = -beneath;
  }
  return seen;
}

/**
 * The bytes of a PDF 1.7 laid out by pdfmake whose parts are tagged for those who hear it (PDF/UA-1; see `Tag` for how a
 * node says what it is). It opens neither files nor addresses. The same definition gives the same bytes.
 */
export async function createTaggedPdf(definition: DocumentDefinition): Promise<Uint8Array> {
  const size = normalizePageSize(definition.pageSize);
  const pdf = new TaggedDocument(definition, [size.width, size.height]);
  const layout = new TaggedLayout(size, normalizePageMargin(definition.pageMargins), new SVGMeasure());
  layout.registerTableLayouts(tableLayouts);
  const { content, defaultStyle, header, footer, watermark } = definition;
  const pages = layout.layoutDocument(content, pdf, {}, defaultStyle, undefined, header, footer, watermark);
  new TaggedRenderer(pdf, layout.structure).renderPages(pages);
  writeStructure(pdf, layout.structure);
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return Buffer.concat(chunks);
}
