import type { PdfNode } from 'pdfmake';
import type { HeadingBlock } from '#lib/render/blocks.ts';
import { DRAFT_WORD, isDraft, reportFacts } from '#lib/render/blocks.ts';
import { listBlocking, type ReportModel } from '#lib/report/model.ts';
import { ACCENT, BODY, HAIRLINE, HEADINGS, INK, MARGINS, QUIET, size, text } from './style.ts';

const rule = (width: number, lineWidth: number, lineColor: string): PdfNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor }],
});

/** Title, municipality, committee, year and period; and, on a draft, what keeps it from being more. */
export function frontPage(model: ReportModel): PdfNode {
  const facts = reportFacts(model)
    .filter(([label]) => label !== 'Kommune' && label !== 'Udvalg' && label !== 'Status')
    .map(
      ([label, value]): PdfNode => ({
        tag: { type: 'LI' },
        columns: [
          text(label, { tag: { type: 'Lbl' }, color: QUIET, width: 90 }),
          text(value, { tag: { type: 'LBody' }, width: '*' }),
        ],
        margin: [0, 1, 0, 1],
      }),
    );
  return {
    stack: [
      text(model.municipality, { ...size(13, 18), bold: true, color: ACCENT, margin: [0, 110, 0, 14] }),
      text(model.title, { tag: { type: 'H1' }, ...size(28, 34), bold: true, margin: [0, 0, 0, 10] }),
      text(model.committee.name, { ...size(16, 22), margin: [0, 0, 0, 26] }),
      { ...rule(64, 2, ACCENT), margin: [0, 0, 0, 24] },
      { tag: { type: 'L' }, stack: facts },
      ...draftNotice(model),
    ],
  };
}

function draftNotice(model: ReportModel): PdfNode[] {
  if (!isDraft(model)) return [];
  return [
    {
      margin: [0, 40, 0, 0],
      stack: [
        text(DRAFT_WORD, { ...size(13, 18), bold: true }),
        text('Rapporten er et udkast, indtil disse kontroller holder:', { margin: [0, 2, 0, 4] }),
        { ul: listBlocking(model).map((check) => text(check.message, { margin: [0, 0, 0, 2] })) },
      ],
    },
  ];
}

/** The contents: number, heading and page, each a link to its heading. Chapters stand out from their sections. */
export function contentsPage(headings: HeadingBlock[]): PdfNode {
  const shown = headings.filter((heading) => heading.level < 3);
  let sections = {};
  const rows = shown.map((heading): PdfNode => {
    const chapter = heading.level === 1;
    if (chapter) sections = {};
    const number = heading.number === '' ? '' : `${heading.number} `;
    return {
      // The sections of a chapter are contents within the contents.
      tag: chapter ? { type: 'TOCI' } : [{ type: 'TOC', key: sections }, { type: 'TOCI' }],
      columns: [
        text(number, { width: 30, linkToDestination: heading.id }),
        text(`${heading.text} `, { width: '*', linkToDestination: heading.id }),
        { pageReference: heading.id, alignment: 'right', width: 40 },
      ],
      bold: chapter,
      margin: [0, chapter ? 8 : 1, 0, 1],
    };
  });
  return {
    pageBreak: 'before',
    stack: [
      text('Indhold', { tag: { type: 'H1' }, ...HEADINGS[1], bold: true, margin: [0, 0, 0, 8] }),
      { tag: { type: 'TOC' }, stack: rows },
    ],
  };
}

/** The running head with its hairline, on every page but the front. */
export function runningHead(model: ReportModel, page: number): PdfNode | null {
  if (page === 1) return null;
  const line = { ...size(8, 11), color: QUIET };
  const draft = isDraft(model) ? [text(DRAFT_WORD, { ...line, bold: true, color: INK, width: 'auto' })] : [];
  return {
    margin: [MARGINS[0], 28, MARGINS[2], 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            columns: [
              text(model.runningHead, { ...line, width: 'auto' }),
              ...draft,
              text(model.committee.name, { ...line, width: '*', alignment: 'right' }),
            ],
            columnGap: 14,
          },
        ],
      ],
    },
    layout: {
      hLineWidth: (index) => (index === 1 ? 0.5 : 0),
      hLineColor: () => HAIRLINE,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 4,
    },
  };
}

/** `Side x af y`, on every page but the front. */
export function pageFooter(page: number, pages: number): PdfNode | null {
  if (page === 1) return null;
  return text(`Side ${page} af ${pages}`, {
    ...BODY,
    ...size(8, 11),
    color: QUIET,
    alignment: 'right',
    margin: [MARGINS[0], 22, MARGINS[2], 0],
  });
}
