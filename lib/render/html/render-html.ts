import { DRAFT_WORD, isDraft } from '#lib/render/blocks.ts';
import { fileMark } from '#lib/render/version-facts.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { writeContents, writeDocument } from './document.ts';
import { writeDraftNotice, writeFacts } from './front.ts';
import { html, type Markup, trusted } from './markup.ts';
import { STYLES, writeAccent } from './styles.ts';

function writeFront(model: ReportModel): Markup {
  return html`<header><p class="running quiet">${model.runningHead}${isDraft(model) ? ` · ${DRAFT_WORD}` : ''}</p><h1>${model.title}</h1>${writeFacts(model)}${writeDraftNotice(model)}</header>`;
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
${
  model.version === null
    ? null
    : html`<meta name="keywords" content="${fileMark(model)}">
`
}<style>${trusted(STYLES + writeAccent(model.brand))}</style>
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
