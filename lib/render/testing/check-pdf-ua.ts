import { readMarks } from './page-content.ts';
import { type PdfObjects, type PdfValue, textOf } from './read-qpdf.ts';
import { flatten, readTree, type TreeElement } from './structure-tree.ts';

/**
 * What of PDF/UA-1 a program can tell (the numbers are those of the Matterhorn protocol 1.1), as far as the report's own
 * PDFs can break it: an empty list where nothing does. No certificate: docs/adr/0016-tagged-pdf.md says what is left out.
 */
export function checkPdfUa(file: PdfObjects): string[] {
  const roots = readTree(file);
  const elements = flatten(roots);
  return [
    ...checkDocument(file),
    ...checkContent(file, elements),
    ...checkNesting(file, roots),
    ...checkHeadings(elements),
    ...elements.flatMap(checkElement),
    ...elements.filter(({ type }) => type === 'Table').flatMap(checkTable),
    ...checkIds(file, elements),
    ...checkAnnotations(file, elements),
    ...checkFonts(file),
  ];
}

const when = (isBroken: boolean, finding: string): string[] => (isBroken ? [finding] : []);

function checkDocument(file: PdfObjects): string[] {
  const { root } = file;
  const metadata = file.stream(file.entry(root, 'Metadata'))?.toString('utf8') ?? '';
  return [
    ...when(file.name(root, 'Type') !== 'Catalog', 'the catalog is missing'),
    ...when(file.get(root, 'MarkInfo', 'Marked') !== true, '06: the document does not say that it is tagged'),
    ...when(file.get(root, 'MarkInfo', 'Suspects') === true, '01-007: the marks are suspect'),
    ...when(metadata === '', '06-001: no XMP'),
    ...when(!isWellFormed(metadata), '06-001: the XMP is no XML'),
    ...when(!/<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata), '06-002: the XMP does not name PDF/UA-1'),
    ...when(!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(metadata), '06-003: the XMP has no title'),
    ...when(file.get(root, 'ViewerPreferences', 'DisplayDocTitle') !== true, '07-001: the title is not displayed'),
    ...when(!/^[a-z]{2}-[A-Z]{2}$/.test(textOf(file.get(root, 'Lang')) ?? ''), '11-006: no language'),
    ...when(file.entry(file.get(root, 'Outlines'), 'First') === null, 'no bookmarks'),
    ...when(file.encryption !== null, '26-001: encrypted'),
    ...when(file.get(root, 'AcroForm') !== null, 'a form, of which nothing here is checked'),
    ...when(file.get(root, 'Names', 'JavaScript') !== null, '29-001: a script'),
    ...when(file.get(root, 'Names', 'EmbeddedFiles') !== null, '21-001: embedded files, unchecked here'),
  ];
}

/** Whether every tag of an XML text is closed in its turn, and no sign stands where only its escape may. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const body = xml.replace(/<\?[\s\S]*?\?>/g, '');
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(body)) return false;
  const rest = body.replace(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
    (_, slash, name, _attributes, empty) => {
      if (slash === '/') return open.pop() === name ? '' : '<';
      if (empty !== '/') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]/.test(rest);
}

/** All that is drawn is in the tree once or an artifact, and each page's marks lead back to their elements. */
function checkContent(file: PdfObjects, elements: TreeElement[]): string[] {
  const owners = new Map<string, PdfValue>();
  const findings: string[] = [];
  for (const element of elements) {
    for (const { page, mark } of element.content) {
      const key = `${page} ${mark}`;
      if (owners.has(key)) findings.push(`01: mark ${key} is in the tree twice`);
      owners.set(key, element.reference);
    }
  }
  const parents = parentTree(file);
  for (const { page, marks, faults } of readMarks(file)) {
    findings.push(...faults.map((fault) => `01-005: page ${page}: ${fault}`));
    findings.push(...when(new Set(marks).size < marks.length, `page ${page} bears a mark twice`));
    const listed = file.list(parents.get(Number(file.get(page, 'StructParents'))) ?? null);
    for (const mark of marks) {
      const owner = owners.get(`${page} ${mark}`);
      findings.push(...when(owner === undefined, `01-005: mark ${mark} of page ${page} is in no element`));
      findings.push(
        ...when(listed[mark] !== owner, `mark ${mark} of page ${page} leads to another element than its own`),
      );
      owners.delete(`${page} ${mark}`);
    }
  }
  for (const key of owners.keys()) findings.push(`mark ${key} of the tree is on no page`);
  return findings;
}

function parentTree(file: PdfObjects): Map<number, PdfValue> {
  const numbers = file.list(file.get(file.root, 'StructTreeRoot', 'ParentTree', 'Nums'));
  return new Map(numbers.flatMap((key, at) => (at % 2 === 0 ? [[Number(key), numbers[at + 1] ?? null]] : [])));
}

const BLOCKS = ['P', 'Caption', 'L', 'Table', 'Figure', 'Note', 'Sect', 'Div', 'BlockQuote', 'TOC'];
const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const INLINE = ['Span', 'Link', 'Reference', 'Lbl', 'Note'];

/** What may stand in what (09, and ISO 32000-1, 14.8.4): only standard types are listed, which is 02-001. */
const MAY_HOLD: Record<string, string[]> = {
  Document: [...BLOCKS, ...HEADINGS],
  Sect: [...BLOCKS, ...HEADINGS],
  Div: [...BLOCKS, ...HEADINGS],
  BlockQuote: BLOCKS,
  TOC: ['TOC', 'TOCI'],
  TOCI: ['Reference', 'TOC'],
  L: ['Caption', 'LI'],
  LI: ['Lbl', 'LBody'],
  LBody: [...BLOCKS, ...INLINE],
  Table: ['Caption', 'TR', 'THead', 'TBody', 'TFoot'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TH: [...BLOCKS, ...INLINE],
  TD: [...BLOCKS, ...INLINE],
  Figure: ['Caption'],
  Note: [...BLOCKS, ...INLINE],
  Caption: INLINE,
  P: INLINE,
  Lbl: INLINE,
  Reference: ['Link', 'Span'],
  Link: ['Span', 'Reference'],
  Span: ['Link', 'Reference', 'Span'],
  ...Object.fromEntries(HEADINGS.map((type) => [type, INLINE])),
};

function checkNesting(file: PdfObjects, roots: TreeElement[]): string[] {
  const root = file.entry(file.root, 'StructTreeRoot');
  const [only] = roots;
  const walk = (element: TreeElement): string[] => [
    ...when(MAY_HOLD[element.type] === undefined, `02-001: ${element.type} is no standard type`),
    ...element.kids.flatMap((kid) => [
      ...when(!MAY_HOLD[element.type]?.includes(kid.type), `09: ${kid.type} in ${element.type}`),
      ...when(kid.parent !== element.reference, `${kid.type} ${kid.reference} names another parent than its own`),
      ...walk(kid),
    ]),
  ];
  return [
    ...when(roots.length !== 1 || only?.type !== 'Document', 'the tree has another root than one Document'),
    ...when(only?.parent !== root, 'the Document names another parent than the tree'),
    ...roots.flatMap(walk),
  ];
}

/** 14-002, 14-003: the first heading is an H1, and none is deeper than one level below the one before. */
function checkHeadings(elements: TreeElement[]): string[] {
  let before = 0;
  return elements.flatMap(({ type }) => {
    if (!HEADINGS.includes(type)) return [];
    const level = Number(type.slice(1));
    const isSkip = level > before + 1;
    const finding = `14-003: ${type} after ${before === 0 ? 'nothing' : `H${before}`}`;
    before = level;
    return when(isSkip, finding);
  });
}

function checkElement({ type, kids, content, alt, attributes, reference }: TreeElement): string[] {
  const isEmpty = kids.length === 0 && content.length === 0;
  return [
    ...when(type === 'Figure' && (alt ?? '').trim() === '', `13-004: Figure ${reference} without alternative text`),
    ...when(type === 'Figure' && !isBox(attributes.BBox), `Figure ${reference} does not say what room it takes`),
    ...when(
      type === 'L' && attributes.ListNumbering === undefined,
      `16-001: L ${reference} does not say its numbering`,
    ),
    ...when(
      type === 'TH' && !/^\/(Column|Row|Both)$/.test(String(attributes.Scope)),
      `15-003: TH ${reference}, no scope`,
    ),
    ...when(type === 'TOCI' && isEmpty, `TOCI ${reference} is empty`),
    ...when(isEmpty && !['TD', 'TH'].includes(type), `${type} ${reference} is empty`),
  ];
}

function isBox(value: PdfValue | undefined): boolean {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = value.map(Number);
  return left >= 0 && bottom >= 0 && right > left && top > bottom && right <= 1191 && top <= 1191;
}

/** Rows are as wide as each other, with what spans them; and some cell says what the others are about. */
function checkTable(table: TreeElement): string[] {
  const rows = flatten(table.kids).filter(({ type }) => type === 'TR');
  const occupied: number[] = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const { attributes } of row.kids) {
      const { ColSpan: columns = 1, RowSpan: deep = 1 } = attributes;
      for (let at = index; at < Math.min(rows.length, index + Number(deep)); at += 1) {
        occupied[at] = (occupied[at] ?? 0) + Number(columns);
      }
    }
  }
  const cells = rows.flatMap((row) => row.kids);
  return [
    ...when(new Set(occupied).size !== 1, `15: Table ${table.reference} has rows of ${occupied.join(', ')} cells`),
    ...when(!cells.some(({ type }) => type === 'TH'), `15: Table ${table.reference} has no head`),
  ];
}

/** 19-003, 19-004: notes have names, each its own, under which they are found. */
function checkIds(file: PdfObjects, elements: TreeElement[]): string[] {
  const ids = elements.flatMap(({ id }) => id ?? []);
  const names = file.list(file.get(file.root, 'StructTreeRoot', 'IDTree', 'Names'));
  const listed = names.filter((_, at) => at % 2 === 0).map(textOf);
  return [
    ...elements.flatMap(({ type, id }) => when(type === 'Note' && id === null, '19-003: Note without ID')),
    ...when(new Set(ids).size < ids.length, '19-004: two notes with one ID'),
    ...when(ids.toSorted().join() !== listed.join(), 'the tree of IDs does not list what there is, in its order'),
  ];
}

/** 28: every annotation is a link that says where it leads, is in the tree under a Link, and is reached in its order. */
function checkAnnotations(file: PdfObjects, elements: TreeElement[]): string[] {
  const parents = parentTree(file);
  const owners = new Map(elements.flatMap((element) => element.annotations.map((each) => [each, element] as const)));
  return file.pages.flatMap((page) => {
    const annotations = file.list(file.entry(page, 'Annots'));
    return [
      ...when(annotations.length > 0 && file.name(page, 'Tabs') !== 'S', `28-008: page ${page} has no order of tabs`),
      ...annotations.flatMap((annotation) => {
        const owner = owners.get(annotation);
        const where = `annotation ${annotation}`;
        return [
          ...when(file.name(annotation, 'Subtype') !== 'Link', `28: ${where} is no link`),
          ...when((textOf(file.get(annotation, 'Contents')) ?? '').trim() === '', `28-012: ${where} says nothing`),
          ...when(owner?.type !== 'Link', `28-011: ${where} is in no Link`),
          ...when(
            parents.get(Number(file.get(annotation, 'StructParent'))) !== owner?.reference,
            `28-002: ${where} does not lead to its Link`,
          ),
        ];
      }),
    ];
  });
}

/** 10-001, 31: every font is embedded and says which signs its glyphs are. */
function checkFonts(file: PdfObjects): string[] {
  const fonts = file.ofType('Font').filter((font) => file.name(font, 'Subtype') === 'Type0');
  return [
    ...when(fonts.length === 0, 'no fonts'),
    ...file
      .ofType('Font')
      .flatMap((font) => when(!/^(Type0|CIDFontType[02])$/.test(file.name(font, 'Subtype')), `31: font ${font}`)),
    ...fonts.flatMap((font) => {
      const [descendant = null] = file.list(file.entry(font, 'DescendantFonts'));
      const descriptor = file.get(descendant, 'FontDescriptor');
      const isEmbedded = ['FontFile2', 'FontFile3'].some((key) => file.get(descriptor, key) !== null);
      const map = file.stream(file.entry(font, 'ToUnicode'))?.toString('latin1') ?? '';
      const targets = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(
        ([, list = '']) => list.match(/<[\da-fA-F\s]*>/g) ?? [],
      );
      return [
        ...when(!isEmbedded, `31-009: font ${font} is not embedded`),
        ...when(targets.length === 0, `10-001: font ${font} does not say which signs it has`),
        ...when(
          targets.some((target) => /^<(0000|feff|fffe|\s*)>$/i.test(target)),
          `31-028: font ${font} maps to no sign`,
        ),
        ...when(file.get(descriptor, 'CIDSet') !== null, `31-012: font ${font} lists its glyphs, unchecked here`),
        ...when(file.name(font, 'Encoding') !== 'Identity-H', `31-020: font ${font} has another encoding`),
        ...when(
          file.name(descendant, 'Subtype') === 'CIDFontType2' && file.name(descendant, 'CIDToGIDMap') !== 'Identity',
          `31-005: font ${font} does not map its glyphs`,
        ),
      ];
    }),
  ];
}
