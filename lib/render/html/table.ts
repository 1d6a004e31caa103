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
import type { Cell, Column, Table } from '#lib/report/model.ts';
import { markShape } from './figure.ts';
import { html, type Markup } from './markup.ts';

/** A category's mark beside its words; the words say it all, so the mark is hidden from readers of the screen. */
export function categoryMark(category: 1 | 2 | 3): Markup {
  return html`<svg class="mark" viewBox="0 0 8 8" aria-hidden="true">${markShape(category, 0, 0, 8)}</svg>`;
}

function cellContent(column: Column, cell: Cell): Markup {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  return category === null ? html`${printCell(cell)}` : html`${categoryMark(category)}${categoryWords(category)}`;
}

const raised = (marks: string[]): Markup[] => marks.map((mark) => html` <sup>${mark}</sup>`);

function writeHead(table: Table, notes: TableNote[]): Markup {
  const cells = table.columns.map(
    (column) =>
      html`<th scope="col"${isNumeric(column) ? html` class="n"` : null}>${columnHead(table, column)}${raised(noteMarks(notes, column.id))}</th>`,
  );
  return html`<thead><tr>${cells}</tr></thead>`;
}

function writeRow(table: Table, row: Cell[]): Markup {
  const cells = table.columns.map((column, index) => {
    const content = cellContent(column, row[index] ?? '');
    if (index === 0) return html`<th scope="row">${content}</th>`;
    return isNumeric(column) ? html`<td class="n">${content}</td>` : html`<td>${content}</td>`;
  });
  return html`<tr>${cells}</tr>\n`;
}

/** A table with its caption, heads with scope, total in the foot, and its notes beneath. */
export function writeTable(table: Table, notes: TableNote[]): Markup {
  const unit = commonUnit(table);
  const caption = html`<caption>${table.title}${raised(noteMarks(notes, null))}${unit === '' ? null : html` <span class="unit">${unit}</span>`}</caption>`;
  const empty = html`<tr><td colspan="${table.columns.length}">${EMPTY_TABLE}</td></tr>`;
  const rows = table.rows.length === 0 ? empty : table.rows.map((row) => writeRow(table, row));
  const total = table.total && table.rows.length > 0 ? html`<tfoot>${writeRow(table, table.total)}</tfoot>` : null;
  const lines = notes.map((note) => html`<li>${note.mark === '' ? null : raised([note.mark])} ${note.text}</li>`);
  return html`<div class="wide" tabindex="0" role="region" aria-label="${table.title}"><table>${caption}${writeHead(table, notes)}<tbody>${rows}</tbody>${total}</table></div>${notes.length > 0 ? html`<ul class="notes">${lines}</ul>` : null}`;
}
