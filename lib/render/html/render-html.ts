import {
  type BlockWriter,
  DRAFT_WORD,
  type HeadingBlock,
  isDraft,
  reportFacts,
  writeBlock,
} from '#lib/render/blocks.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { writeFigure } from './figure.ts';
import { html, type Markup, trusted } from './markup.ts';
import { writePlans } from './plans.ts';
import { STYLES } from './styles.ts';
import { writeTable } from './table.ts';

/** The title of the report is the page's h1, so its chapters are h2. */
function writeHeading({ id, level, number, text }: HeadingBlock): Markup {
  const label = number === '' ? html`${text}` : html`<span class="number">${number}</span>${text}`;
  if (level === 1) return html`<h2 id="${id}">${label}</h2>`;
  return level === 2 ? html`<h3 id="${id}">${label}</h3>` : html`<h4 id="${id}">${label}</h4>`;
}

const WRITER: BlockWriter<Markup> = {
  heading: writeHeading,
  paragraph: (text) => html`<p>${text}</p>`,
  list: (items) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`,
  figure: writeFigure,
  table: writeTable,
  plans: writePlans,
};

function writeContents(headings: HeadingBlock[]): Markup {
  const entries = headings
    .filter((heading) => heading.level < 3)
    .map(({ id, level, number, text }) => {
      const mark = number === '' ? null : html`<span class="number">${number}</span>`;
      return html`<li class="level-${level}"><a href="#${id}">${mark}${text}</a></li>`;
    });
  return html`<nav aria-labelledby="indhold"><h2 id="indhold">Indhold</h2><ol>${entries}</ol></nav>`;
}

function writeFront(model: ReportModel): Markup {
  const facts = reportFacts(model).map(([label, value]) => html`<p><span class="quiet">${label}:</span> ${value}</p>`);
  const failing = model.checks.filter((check) => !check.ok);
  const notice = html`<div class="draft"><p><strong>${DRAFT_WORD}</strong></p><p>Rapporten er et udkast, indtil disse kontroller holder:</p><ul>${failing.map((check) => html`<li>${check.message}</li>`)}</ul></div>`;
  return html`<header><p class="running quiet">${model.runningHead}${isDraft(model) ? ` · ${DRAFT_WORD}` : ''}</p><h1>${model.title}</h1><div class="facts">${facts}</div>${isDraft(model) ? notice : null}</header>`;
}

/**
 * The annual report of a committee as one HTML file that needs nothing else: same contents and order as the PDF, no
 * script, no address outside itself, all text escaped, light and dark, and a style for print.
 */
export function renderHtml(model: ReportModel): string {
  const headings = model.document.filter((block) => block.kind === 'heading');
  const title = `${model.title} – ${model.committee.name}${isDraft(model) ? ` (${DRAFT_WORD})` : ''}`;
  const body = model.document.map((block) => writeBlock(model, block, WRITER));
  const page = html`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trusted(STYLES)}</style>
</head>
<body>
${writeFront(model)}
${writeContents(headings)}
<main>
${body.map((block) => html`${block}\n`)}</main>
</body>
</html>
`;
  return page.html;
}
