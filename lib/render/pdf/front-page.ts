import type { PdfNode } from 'pdfmake';
import { accentOf } from '#lib/domain/brand.ts';
import type { HeadingBlock } from '#lib/render/blocks.ts';
import { DRAFT_WORD, isDraft, reportFacts } from '#lib/render/blocks.ts';
import { tellStatus } from '#lib/render/version-facts.ts';
import { listBlocking, type ReportModel } from '#lib/report/model.ts';
import { layLogo } from './draw-logo.ts';
import { measureText } from './fonts.ts';
import {
  BODY,
  BODY_LEADING,
  GUTTER,
  HAIRLINE,
  HEADINGS,
  INK,
  MARGINS,
  MEASURE,
  PAGE,
  QUIET,
  size,
  span,
  text,
} from './style.ts';

const rule = (width: number, lineWidth: number, lineColor: string): PdfNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor }],
});

/** From the top of the text to the name of the municipality, in points: a third of the page, logo or not. */
const TITLE_TOP = 178;
const LABEL_WIDTH = span(2) + GUTTER;
/** What is longer than any word, such as a checksum, is set smaller so that it stays on a line. */
const LONGEST_VALUE = 48;

function factNode([label, value]: [label: string, value: string]): PdfNode {
  const isCode = value.length > LONGEST_VALUE && !value.includes(' ');
  return {
    tag: { type: 'LI' },
    columns: [
      text(label, { tag: { type: 'Lbl' }, color: QUIET, width: LABEL_WIDTH }),
      text(value, {
        tag: { type: 'LBody' },
        width: '*',
        ...(isCode ? { ...size(8, BODY_LEADING - 1), margin: [0, 1, 0, 0] } : {}),
      }),
    ],
    columnGap: GUTTER,
    margin: [0, 1, PAGE.portrait.width - MEASURE, 1],
  };
}

/** The logo, title, committee and year in the municipality's colour; how far the report is; and what keeps a draft one. */
export function frontPage(model: ReportModel): PdfNode {
  const accent = accentOf(model.brand);
  const { logo } = model.brand;
  const drawn = logo ? layLogo(logo) : null;
  const logoHeight = drawn && 'height' in drawn ? drawn.height : 0;
  const facts = reportFacts(model).filter(([label]) => label !== 'Kommune' && label !== 'Udvalg');
  return {
    stack: [
      ...(drawn ? [drawn] : []),
      text(model.municipality, {
        ...size(13, 18),
        bold: true,
        color: accent,
        margin: [0, TITLE_TOP - logoHeight, 0, 10],
      }),
      text(model.title, { tag: { type: 'H1' }, ...size(30, 36), bold: true, margin: [0, 0, 0, 8] }),
      text(model.committee.name, { ...size(17, 23), margin: [0, 0, 0, 26] }),
      { ...rule(span(2), 3, accent), margin: [0, 0, 0, 22] },
      { tag: { type: 'L' }, stack: facts.map(factNode) },
      ...draftNotice(model),
    ],
  };
}

function draftNotice(model: ReportModel): PdfNode[] {
  if (!isDraft(model)) return [];
  return [
    { ...rule(PAGE.portrait.width, 0.5, HAIRLINE), margin: [0, 30, 0, 10] },
    {
      margin: [0, 0, PAGE.portrait.width - MEASURE, 0],
      stack: [
        text(DRAFT_WORD, { ...size(13, 18), bold: true }),
        text('Rapporten er et udkast, indtil disse kontroller holder:', { margin: [0, 2, 0, 4] }),
        { ul: listBlocking(model).map((check) => text(check.message, { margin: [0, 0, 0, 2] })) },
      ],
    },
  ];
}

/** Columns of the contents, in points: the number, and the page. */
const NUMBER_WIDTH = span(1);
/** pdfmake leaves room for a page number of five digits. */
const PAGE_WIDTH = 36;
const HEADING_WIDTH = MEASURE - NUMBER_WIDTH - PAGE_WIDTH;
const LEADER_GAP = 4;
/** Short of the longest page number. */
const LEADER_END = HEADING_WIDTH + PAGE_WIDTH - 22;

/** The dots from a heading to its page; none where the heading takes more than a line. */
function leaderNodes(label: string, bold: boolean): PdfNode[] {
  const start = measureText(label, BODY.fontSize, bold) + LEADER_GAP;
  // The dots of all lines stand under each other.
  const x1 = Math.ceil(start / LEADER_GAP) * LEADER_GAP;
  if (x1 > LEADER_END - 2 * LEADER_GAP) return [];
  return [
    {
      canvas: [
        {
          type: 'line',
          x1,
          y1: 0,
          x2: LEADER_END,
          y2: 0,
          lineWidth: 0.7,
          lineColor: HAIRLINE,
          dash: { length: 0.01, space: LEADER_GAP },
          lineCap: 'round',
        },
      ],
      relativePosition: { x: 0, y: 9.3 },
    },
  ];
}

/** The contents: number, heading, dots and page, each a link to its heading. Chapters stand out from their sections. */
export function contentsPage(headings: HeadingBlock[], accent: string): PdfNode {
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
        text(number, { width: NUMBER_WIDTH, linkToDestination: heading.id }),
        {
          width: HEADING_WIDTH,
          stack: [...leaderNodes(heading.text, chapter), text(`${heading.text} `, { linkToDestination: heading.id })],
        },
        { pageReference: heading.id, alignment: 'right', width: PAGE_WIDTH },
      ],
      bold: chapter,
      margin: [0, chapter ? 8 : 1, 0, 1],
    };
  });
  return {
    pageBreak: 'before',
    stack: [
      text('Indhold', { tag: { type: 'H1' }, ...HEADINGS[1], bold: true, color: accent, margin: [0, 0, 0, 8] }),
      { tag: { type: 'TOC' }, stack: rows },
    ],
  };
}

/** How high the band of colour at the top of the front page is, in points. */
const BAND = 14;
const A4_WIDTH = MARGINS[0] + PAGE.portrait.width + MARGINS[2];

/** The running head with its hairline; on the front page, a band in the municipality's colour. */
export function runningHead(model: ReportModel, page: number): PdfNode {
  if (page === 1) return { canvas: [{ type: 'rect', x: 0, y: 0, w: A4_WIDTH, h: BAND, color: accentOf(model.brand) }] };
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

/** How far the report is, and `Side x af y`, on every page but the front. */
export function pageFooter(model: ReportModel, page: number, pages: number): PdfNode | null {
  if (page === 1) return null;
  const line = { ...size(8, 11), color: QUIET };
  return {
    columns: [
      text(tellStatus(model), { ...line, width: 'auto' }),
      text(`Side ${page} af ${pages}`, { ...line, width: '*', alignment: 'right' }),
    ],
    columnGap: GUTTER,
    margin: [MARGINS[0], 22, MARGINS[2], 0],
  };
}
