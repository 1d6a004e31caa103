import { columnKind, printCell } from '#lib/render/blocks.ts';
import type { Cell, Table } from '#lib/report/model.ts';
import { squeeze } from './read-pdf.ts';

/** A row as it is copied from its page: cell after cell, without spaces, the category in words. */
export function rowText(table: Table, row: Cell[]): string {
  const words: Record<string, string> = {
    1: ', afstemt uden bemærkninger',
    2: ', afstemt til opfølgning',
    3: ', ikke afstemt',
  };
  const texts = row.map((cell, index) => {
    const column = table.columns[index];
    return printCell(cell) + (column && columnKind(column) === 'category' ? (words[String(cell)] ?? '') : '');
  });
  return squeeze(texts.join(''));
}
