import { DRAFT_WORD, isDraft, reportFacts } from '#lib/render/blocks.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { writeContents, writeDocument } from './document.ts';
import { html, type Markup, trusted } from './markup.ts';
import { STYLES } from './styles.ts';

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
  const title = `${model.title} – ${model.committee.name}${isDraft(model) ? ` (${DRAFT_WORD})` : ''}`;
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
${writeContents(model)}
<main>
${writeDocument(model)}</main>
</body>
</html>
`;
  return page.html;
}
