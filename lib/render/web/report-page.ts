import { DRAFT_WORD, isDraft } from '#lib/render/blocks.ts';
import { writeContents, writeDocument } from '#lib/render/html/document.ts';
import { writeDraftNotice, writeFacts } from '#lib/render/html/front.ts';
import { html, type Markup } from '#lib/render/html/markup.ts';
import { FRONT_PAGE, pageOf, type WebReport } from './site.ts';

/** A report's files to fetch; null where none lie beside it. */
export function writeFiles({ model, beside }: WebReport, folder: '' | `${string}/`): Markup | null {
  if (beside.length === 0) return null;
  const files = beside.map(
    ({ label, fileName }) =>
      html`<li><a href="${folder}${fileName}" download>${label}<span class="hidden"> af rapporten for ${model.committee.name}</span></a></li>`,
  );
  return html`<ul class="files">${files}</ul>`;
}

/** The other committees' reports, where one is already. */
function writeOthers(report: WebReport, all: readonly WebReport[]): Markup | null {
  if (all.length < 2) return null;
  const links = all.map(
    (other) =>
      html`<li><a href="../${pageOf(other)}" title="${other.model.committee.name}"${other === report ? html` aria-current="page"` : null}>${other.model.committee.code}</a></li>`,
  );
  return html`<nav class="others" aria-label="Udvalgenes rapporter"><ul>${links}</ul></nav>`;
}

/** The whole report of a committee on one page, its contents beside it. */
export function writeReportPage(report: WebReport, all: readonly WebReport[]): Markup {
  const { model, links } = report;
  const draft = isDraft(model) ? html` <span class="tag">${DRAFT_WORD}</span>` : null;
  return html`<main id="hovedindhold" tabindex="-1" class="report">
<div class="top">
<nav class="path" aria-label="Sti"><a href="../${FRONT_PAGE}">Alle udvalg</a></nav>
<p class="kicker">${model.title}</p>
<h1>${model.committee.name}${draft}</h1>
${writeFacts(model)}
${writeFiles(report, '')}
${writeOthers(report, all)}
${writeDraftNotice(model)}
</div>
<div class="aside">${writeContents(model)}</div>
<article aria-label="${model.title}, ${model.committee.name}">
${writeDocument(model, links)}</article>
</main>`;
}
