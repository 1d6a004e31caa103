import { withMinus } from '#lib/format/minus.ts';
import { DRAFT_WORD, isDraft, reportFacts } from '#lib/render/blocks.ts';
import { listBlocking, type ReportModel } from '#lib/report/model.ts';
import { html, type Markup } from './markup.ts';

/** What the report is of, label and value in order. */
export function writeFacts(model: ReportModel): Markup {
  const facts = reportFacts(model).map(([label, value]) => html`<p><span class="quiet">${label}:</span> ${value}</p>`);
  return html`<div class="facts">${facts}</div>`;
}

/** Why the report is a draft; null where it is none. */
export function writeDraftNotice(model: ReportModel): Markup | null {
  if (!isDraft(model)) return null;
  return html`<div class="draft"><p><strong>${DRAFT_WORD}</strong></p><p>Rapporten er et udkast, indtil disse kontroller holder:</p><ul>${listBlocking(model).map((check) => html`<li>${withMinus(check.message)}</li>`)}</ul></div>`;
}
