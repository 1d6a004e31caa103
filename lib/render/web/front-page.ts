import { formatDateInProse } from '#lib/format/date.ts';
import { withMinus } from '#lib/format/minus.ts';
import { categoryWords, DRAFT_WORD, isDraft } from '#lib/render/blocks.ts';
import { html, type Markup } from '#lib/render/html/markup.ts';
import { categoryMark } from '#lib/render/html/table.ts';
import { writeFiles } from './report-page.ts';
import { pageOf, type WebReport } from './site.ts';

function writeFigure(label: string, value: string, unit: string): Markup {
  return html`<div><dt>${label}</dt><dd>${withMinus(value)}${unit === '' ? null : html` <span class="unit">${unit}</span>`}</dd></div>`;
}

/**
 * Whether all reports state the same of the whole municipality: those that were made final at different times need not,
 * and then none of them speaks for the others.
 */
function agree(reports: readonly WebReport[]): boolean {
  const stated = reports.map(({ model: { balanceDate }, figures: { categories, municipality } }) =>
    JSON.stringify([balanceDate, categories, municipality]),
  );
  return new Set(stated).size === 1;
}

/** The municipality's key figures, of a report that states the same of it as the others. */
function writeMunicipality({ model: { year }, figures: { categories, municipality } }: WebReport): Markup {
  const total = categories.find(({ category }) => category === null);
  const rows = categories.map(({ category, accounts, net, previousAccounts, previousNet }) => {
    const name = category === null ? html`I alt` : html`${categoryMark(category)}Kategori ${categoryWords(category)}`;
    const cells = [accounts, previousAccounts, net, previousNet].map(
      (text) => html`<td class="n">${withMinus(text)}</td>`,
    );
    return html`<tr${category === null ? html` class="total"` : null}><th scope="row">${name}</th>${cells}</tr>\n`;
  });
  return html`<section><h2 id="kommunen">Hele kommunen</h2>
<dl class="figures">${writeFigure('Afstemte konti', total?.accounts ?? '', '')}${writeFigure('Til opfølgning', municipality.followUp, 't.kr.')}${writeFigure('heraf ældre end 1 år', municipality.older, 't.kr.')}</dl>
<div class="wide" tabindex="0" role="region" aria-label="Kommunens konti efter kategori"><table><caption>Kommunens konti efter kategori</caption>
<thead><tr><th scope="col">Kategori</th><th scope="col" class="n">Antal konti ${year}</th><th scope="col" class="n">Antal konti ${year - 1}</th><th scope="col" class="n">Nettobeløb ${year} (t.kr.)</th><th scope="col" class="n">Nettobeløb ${year - 1} (t.kr.)</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function writeCommittee(report: WebReport, hasFiles: boolean): Markup {
  const { model, figures } = report;
  const { findings, followUp, older, plans } = figures.committee;
  const numbers = [findings, followUp, older, plans].map((text) => html`<td class="n">${withMinus(text)}</td>`);
  const draft = isDraft(model) ? html` <span class="tag">${DRAFT_WORD}</span>` : null;
  const files = hasFiles ? html`<td>${writeFiles(report, `${report.folder}/`)}</td>` : null;
  return html`<tr><th scope="row"><a href="${pageOf(report)}">${model.committee.name}</a>${draft}</th>${numbers}${files}</tr>\n`;
}

/** The year's front page: the municipality's key figures, and the way to each committee's report. */
export function writeFrontPage(reports: readonly WebReport[]): Markup {
  const [first] = reports;
  if (!first) throw new Error('A web edition holds at least one report.');
  const { model } = first;
  const isOne = agree(reports);
  const hasFiles = reports.some(({ beside }) => beside.length > 0);
  const asOf = isOne
    ? `Tallene er opgjort pr. ${formatDateInProse(model.balanceDate)}.`
    : 'De er dannet på forskellige tidspunkter og siger ikke det samme om hele kommunen. Kommunens tal står derfor kun i hver rapport.';
  return html`<main id="hovedindhold" tabindex="-1" class="front">
<p class="kicker">${model.municipality}</p>
<h1>${model.title}</h1>
<p>Rapporterne viser, hvordan kommunens balancekonti er afstemt ved udgangen af ${model.year}, og hvad der følges op på. ${asOf}</p>
${isOne ? writeMunicipality(first) : null}
<section><h2 id="udvalg">Udvalgenes rapporter</h2>
<div class="wide" tabindex="0" role="region" aria-label="Udvalgenes rapporter"><table><caption class="hidden">Udvalgenes rapporter</caption>
<thead><tr><th scope="col">Udvalg</th><th scope="col" class="n">Konti til opfølgning</th><th scope="col" class="n">Til opfølgning (t.kr.)</th><th scope="col" class="n">Ældre end 1 år (t.kr.)</th><th scope="col" class="n">Handleplaner</th>${hasFiles ? html`<th scope="col">Filer</th>` : null}</tr></thead>
<tbody>${reports.map((report) => writeCommittee(report, hasFiles))}</tbody></table></div></section>
</main>`;
}
