import { richWords } from '#lib/render/rich-words.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { SheetValue } from './sheet.ts';

/**
 * What people wrote, a row for each stretch between two headings: the report's heading, the text's own where it has
 * one, whose text it is, and its words as plain text.
 */
export function textRows({ document, committee }: Pick<ReportModel, 'document' | 'committee'>): SheetValue[][] {
  const rows: SheetValue[][] = [];
  let place = '';
  let own = '';
  for (const block of document) {
    if (block.kind === 'heading' && block.id.startsWith('tekst-')) own = block.text;
    else if (block.kind === 'heading') {
      place = `${block.number} ${block.text}`.trim();
      own = '';
    } else if (block.kind === 'rich') {
      const owner = block.owner === '' ? 'Alle udvalg' : committee.name;
      rows.push([place, own || null, owner, richWords(block.blocks, block.notes)]);
    }
  }
  return rows;
}
