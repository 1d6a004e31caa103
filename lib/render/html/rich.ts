import type { TextNote } from '#lib/render/blocks.ts';
import type { Lead } from '#lib/render/leads.ts';
import { marksIn, numericColumns } from '#lib/render/rich-words.ts';
import type { RichBlock, Run } from '#lib/report/model.ts';
import type { Links } from './links.ts';
import { html, type Markup } from './markup.ts';

/** Where the figures that texts state lead to. */
interface TextLinks {
  links: Links;
  leads: ReadonlyMap<string, Lead>;
}

function addressOf({ href, figure }: Run, { links, leads }: TextLinks): string | null {
  if (href !== undefined) return href;
  const lead = figure === undefined ? undefined : leads.get(figure);
  if (!lead) return null;
  const { table, column, cells } = lead;
  return links.figure(table, column, cells ? (id) => cells[id] ?? '' : null);
}

function writeRuns(runs: readonly Run[], to: TextLinks): Markup[] {
  return runs.map((run) => {
    const { text, bold, note } = run;
    const words = bold ? html`<strong>${text}</strong>` : html`${text}`;
    const address = addressOf(run, to);
    const linked = address === null || text === '' ? words : html`<a href="${address}">${words}</a>`;
    const mark =
      note === undefined ? null : html`<sup id="henvisning-${note}"><a href="#fodnote-${note}">${note}</a></sup>`;
    return html`${text === '' ? null : linked}${mark}`;
  });
}

function writeTable(table: Extract<RichBlock, { kind: 'table' }>, to: TextLinks): Markup {
  const isNumeric = numericColumns(table);
  const kind = (at: number): Markup | null => (isNumeric[at] ? html` class="n"` : null);
  const heads = (cells: Run[][]) =>
    cells.map((cell, at) => html`<th scope="col"${kind(at)}>${writeRuns(cell, to)}</th>`);
  const head = table.head ? html`<thead><tr>${heads(table.head)}</tr></thead>` : null;
  const rows = table.rows.map(
    (row) => html`<tr>${row.map((cell, at) => html`<td${kind(at)}>${writeRuns(cell, to)}</td>`)}</tr>`,
  );
  return html`<div class="wide written" tabindex="0" role="region" aria-label="Tabel i teksten"><table>${head}<tbody>${rows}</tbody></table></div>`;
}

function writeBlock(block: RichBlock, to: TextLinks): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="written">${writeRuns(block.runs, to)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${writeRuns(item, to)}</li>`);
      return block.ordered ? html`<ol class="written">${items}</ol>` : html`<ul class="written">${items}</ul>`;
    }
    case 'table':
      return writeTable(block, to);
  }
}

/** What people wrote, its footnotes under it; a mark and its note lead to each other. */
export function writeRich(blocks: readonly RichBlock[], notes: readonly TextNote[], to: TextLinks): Markup {
  const known = marksIn(blocks);
  const lines = notes.map(({ mark, runs }) => {
    const back = known.has(mark)
      ? html`<a href="#henvisning-${mark}" aria-label="Tilbage til henvisning ${mark}"><sup>${mark}</sup></a>`
      : html`<sup>${mark}</sup>`;
    return html`<li id="fodnote-${mark}">${back} ${writeRuns(runs, to)}</li>`;
  });
  return html`${blocks.map((block) => writeBlock(block, to))}${notes.length > 0 ? html`<ul class="notes footnotes">${lines}</ul>` : null}`;
}
