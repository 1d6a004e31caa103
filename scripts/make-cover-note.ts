import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ITableBordersOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Makes the template of the cover note that ships with the program: `node scripts/make-cover-note.ts`. */
const PLACE = path.resolve(import.meta.dirname, '../lib/render/docx/indstilling.docx');

/** Widths are in twentieths of a point; A4 between margins of 25 mm. */
const WIDTH = 9070;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '1A1F22' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'A3ABAF' };

/** Three lines and no vertical ones, as the report's own tables. */
const RULES: ITableBordersOptions = {
  top: THICK,
  bottom: THICK,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
  insideHorizontal: THIN,
};

const text = (content: string, more: Omit<IParagraphOptions, 'children' | 'text'> = {}) =>
  new Paragraph({ ...more, children: [new TextRun(content)] });
const heading = (content: string) => text(content, { heading: HeadingLevel.HEADING_2 });

function cell(content: string, width: number, { bold = false, right = false } = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 0, right: right ? 0 : 120 },
    children: [
      new Paragraph({
        style: 'Tabeltekst',
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: content, bold })],
      }),
    ],
  });
}

/** The first column's words to the left, all figures to the right. */
function table(head: string[], rows: string[][], widths: number[]): Table {
  const line = (parts: string[], bold: boolean) =>
    parts.map((part, index) => cell(part, widths[index] ?? 0, { bold, right: index > 0 }));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: RULES,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: line(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: line(row, false) })),
    ],
  });
}

const font = 'Calibri';
const cover = new Document({
  title: 'Indstilling',
  creator: 'Afstemt',
  description: 'Skabelon til indstilling om årsrapporteringen på balancen',
  styles: {
    default: {
      document: {
        run: { font, size: 22, language: { value: 'da-DK' } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { before: 0, after: 200 } } },
      heading1: {
        run: { font, size: 32, bold: true },
        paragraph: { spacing: { before: 0, after: 160 }, keepNext: true },
      },
      heading2: {
        run: { font, size: 25, bold: true },
        paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Tabeltekst',
        name: 'Tabeltekst',
        basedOn: 'Normal',
        run: { font, size: 20 },
        paragraph: { spacing: { before: 0, after: 0, line: 240 } },
      },
    ],
  },
  numbering: {
    config: [
      {
        reference: 'punkter',
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 400, hanging: 260 } } },
          },
        ],
      },
    ],
  },
  sections: [
    {
      properties: { page: { margin: { top: 1417, bottom: 1417, left: 1417, right: 1417 } } },
      headers: { default: new Header({ children: [text('{kommune}')] }) },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.RIGHT,
              children: [new TextRun({ children: ['Side ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES] })],
            }),
          ],
        }),
      },
      children: [
        text('{titel}', { heading: HeadingLevel.HEADING_1 }),
        text('{udvalg}'),
        text('{dato}'),
        text('{#udkast}'),
        text('UDKAST: {kontrol}'),
        text('{/udkast}'),
        heading('Indstilling'),
        text('Forvaltningen indstiller,'),
        text('at {udvalg} tager årsrapporteringen på balancen for {aar} til efterretning.', {
          numbering: { reference: 'punkter', level: 0 },
        }),
        heading('Sagsfremstilling'),
        text(
          'Kommunens balancekonti er afstemt ved udgangen af {aar}. Hver konto er vurderet i en af tre kategorier: afstemt uden bemærkninger, afstemt med beløb til opfølgning og ikke afstemt. Tabellen viser, hvordan hele kommunens konti fordeler sig.',
        ),
        table(
          ['Kategori', 'Konti {aar}', 'Konti {forrige_aar}', 'Netto {aar}, t.kr.', 'Netto {forrige_aar}, t.kr.'],
          [['{#kategorier}{kategori}', '{konti}', '{konti_forrige}', '{netto}', '{netto_forrige}{/kategorier}']],
          [3470, 1300, 1300, 1500, 1500],
        ),
        text(
          'For udvalgets egne konti er opgjort, hvad der skal følges op på, og hvor meget af det der er ældre end ét år. Til forhold over beløbsgrænsen hører en handleplan med ansvarlig og frist.',
          { spacing: { before: 240 } },
        ),
        table(
          ['Nøgletal for udvalget', ''],
          [
            ['Konti med beløb til opfølgning', '{udvalg_konti}'],
            ['Til opfølgning i alt, t.kr.', '{udvalg_opfoelgning}'],
            ['heraf ældre end ét år, t.kr.', '{udvalg_aeldre}'],
            ['Handleplaner', '{handleplaner}'],
            ['heraf med en frist, der er overskredet pr. {dato}', '{overskredne}'],
          ],
          [7070, 2000],
        ),
        heading('Økonomi'),
        text('Årsrapporteringen har i sig selv ingen bevillingsmæssige konsekvenser.'),
        heading('Bilag'),
        text('{titel}, {udvalg} (balancen pr. {balancedato}, status: {status})', {
          numbering: { reference: 'punkter', level: 0 },
        }),
      ],
    },
  ],
});

writeFileSync(PLACE, await Packer.toBuffer(cover));
