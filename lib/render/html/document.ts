import { type BlockWriter, type HeadingBlock, writeBlock } from '#lib/render/blocks.ts';
import { findLeads, type Lead } from '#lib/render/leads.ts';
import { forScreen } from '#lib/render/shown-words.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { writeChart } from './chart.ts';
import { writeFigure } from './figure.ts';
import { type Links, NO_LINKS } from './links.ts';
import { html, type Markup } from './markup.ts';
import { writePlans } from './plans.ts';
import { writeRich } from './rich.ts';
import { writeTable } from './table.ts';

/** The title of the report is the page's h1, so its chapters are h2. */
function writeHeading({ id, level, number, text }: HeadingBlock): Markup {
  const label = number === '' ? html`${text}` : html`<span class="number">${number}</span>${text}`;
  if (level === 1) return html`<h2 id="${id}">${label}</h2>`;
  return level === 2 ? html`<h3 id="${id}">${label}</h3>` : html`<h4 id="${id}">${label}</h4>`;
}

function writerTo(links: Links, leads: ReadonlyMap<string, Lead>): BlockWriter<Markup> {
  return forScreen({
    heading: writeHeading,
    paragraph: (text) => html`<p>${text}</p>`,
    list: (items) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`,
    figure: writeFigure,
    table: (table, notes) => writeTable(table, notes, links),
    plans: (group) => writePlans(group, links),
    chart: writeChart,
    rich: (blocks, notes) => writeRich(blocks, notes, { links, leads }),
  });
}

/** The report's document as markup, block by block: of the single file and of the web edition. */
export function writeDocument(model: ReportModel, links: Links = NO_LINKS): Markup {
  const writer = writerTo(links, links === NO_LINKS ? new Map() : findLeads(model));
  return html`${model.document.map((block) => html`${writeBlock(model, block, writer)}\n`)}`;
}

/** The list of chapters and sections, each with a link to its heading. */
export function writeContents(model: ReportModel): Markup {
  const entries = model.document
    .filter((block) => block.kind === 'heading')
    .filter((heading) => heading.level < 3)
    .map(({ id, level, number, text }) => {
      const mark = number === '' ? null : html`<span class="number">${number}</span>`;
      return html`<li class="level-${level}"><a href="#${id}">${mark}${text}</a></li>`;
    });
  return html`<nav class="contents" aria-labelledby="indhold"><h2 id="indhold">Indhold</h2><ol>${entries}</ol></nav>`;
}
