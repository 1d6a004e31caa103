import { SHARED, type TextOwner } from '#lib/domain/report-text.ts';
import { richWords } from '#lib/render/rich-words.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { SheetValue } from './sheet.ts';

/**
 * What people wrote, a row for each stretch between two headings: the report's heading, the text's own where it has
 * one, whose text it is, and its words as plain text; none under a heading that nothing is written under.
 */
export function textRows({ document, committee }: Pick<ReportModel, 'document' | 'committee'>): SheetValue[][] {
  const rows: SheetValue[][] = [];
  const nameOf = (owner: TextOwner) => (owner === SHARED ? 'Alle udvalg' : committee.name);
  let place = '';
  let own = '';
  for (const block of document) {
    if (block.kind === 'heading' && block.id.startsWith('tekst-')) {
      own = block.text;
      if (block.owner !== undefined) rows.push([place, own, nameOf(block.owner), null]);
    } else if (block.kind === 'heading') {
      place = `${block.number} ${block.text}`.trim();
      own = '';
    } else if (block.kind === 'rich') {
      rows.push([place, own || null, nameOf(block.owner), richWords(block.blocks, block.notes)]);
    }
  }
  return rows;
}
