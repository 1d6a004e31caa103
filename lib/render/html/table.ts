import { bindWords } from '#lib/format/bind-words.ts';
import { withMinus } from '#lib/format/minus.ts';
import {
  categoryOf,
  categoryWords,
  columnHead,
  columnKind,
  commonUnit,
  EMPTY_TABLE,
  isNumeric,
  noteMarks,
  printCell,
  type TableNote,
} from '#lib/render/blocks.ts';
import { type Cell, type Column, isMoney, type Table } from '#lib/report/model.ts';
import { markShape } from './figure.ts';
import { type Links, NO_LINKS } from './links.ts';
import { html, type Markup } from './markup.ts';

/** A category's mark beside its words; the words say it all, so the mark is hidden from readers of the screen. */
export function categoryMark(category: 1 | 2 | 3): Markup {
  return html`<svg class="mark" viewBox="0 0 8 8" aria-hidden="true">${markShape(category, 0, 0, 8)}</svg>`;
}

function cellContent(column: Column, cell: Cell): Markup {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  return category === null
    ? html`${withMinus(printCell(cell))}`
    : html`${categoryMark(category)}${categoryWords(category)}`;
}

const raised = (marks: string[]): Markup[] => marks.map((mark) => html` <sup>${mark}</sup>`);

function writeHead(table: Table, notes: TableNote[]): Markup {
  const cells = table.columns.map(
    (column) =>
      html`<th scope="col"${isNumeric(column) ? html` class="n"` : null}>${bindWords(columnHead(table, column))}${raised(noteMarks(notes, column.id))}</th>`,
  );
  return html`<thead><tr>${cells}</tr></thead>`;
}

/** Whether something stands behind a number: not behind a blank, nor behind exactly 0 øre. */
function isSomething(cell: Cell): boolean {
  return isMoney(cell) ? cell.printed !== '' && cell.ore !== '0' : cell !== '' && cell !== 0;
}

function writeRow(table: Table, row: Cell[], links: Links, isTotal: boolean): Markup {
  const textOf = (id: string) => {
    const index = table.columns.findIndex((column) => column.id === id);
    const [column, cell] = [table.columns[index], row[index] ?? ''];
    const category = column && columnKind(column) === 'category' ? categoryOf(cell) : null;
    return category === null ? printCell(cell) : categoryWords(category);
  };
  const cells = table.columns.map((column, index) => {
    const cell = row[index] ?? '';
    const content = cellContent(column, cell);
    if (index === 0) return html`<th scope="row">${content}</th>`;
    if (!isNumeric(column)) return html`<td>${content}</td>`;
    const address = isSomething(cell) ? links.figure(table.id, column.id, isTotal ? null : textOf) : null;
    const nil = !isTotal && printCell(cell) === '0' ? ' nil' : '';
    return html`<td class="n${nil}">${address === null ? content : html`<a href="${address}">${content}</a>`}</td>`;
  });
  return html`<tr>${cells}</tr>\n`;
}

/** A table with its caption, heads with scope, total in the foot, and its notes beneath. */
export function writeTable(table: Table, notes: TableNote[], links: Links = NO_LINKS): Markup {
  const unit = commonUnit(table);
  const caption = html`<caption>${table.title}${raised(noteMarks(notes, null))}${unit === '' ? null : html` <span class="unit">${unit}</span>`}</caption>`;
  const empty = html`<tr><td colspan="${table.columns.length}">${EMPTY_TABLE}</td></tr>`;
  const rows = table.rows.length === 0 ? empty : table.rows.map((row) => writeRow(table, row, links, false));
  const total =
    table.total && table.rows.length > 0 ? html`<tfoot>${writeRow(table, table.total, links, true)}</tfoot>` : null;
  const lines = notes.map((note) => html`<li>${note.mark === '' ? null : raised([note.mark])} ${note.text}</li>`);
  return html`<div class="wide" id="tabel-${table.id}" tabindex="0" role="region" aria-label="${table.title}"><table>${caption}${writeHead(table, notes)}<tbody>${rows}</tbody>${total}</table></div>${notes.length > 0 ? html`<ul class="notes">${lines}</ul>` : null}`;
}
