import type { RichBlock, Run } from '#lib/report/model.ts';
import type { TextNote } from './blocks.ts';

/** The words of runs, without how they look and without marks of notes. */
export function runWords(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** As it is read where nothing can be raised: a note's mark stands in brackets. */
function markedWords(runs: readonly Run[]): string {
  return runs.map(({ text, note }) => (note === undefined ? text : `${text} [${note}]`)).join('');
}

function blockWords(block: RichBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return markedWords(block.runs);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${markedWords(item)}`)
        .join('\n');
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows]
        .map((row) => row.map(markedWords).join(' | '))
        .join('\n');
  }
}

/** A text of people as plain text: its blocks a line apart, its footnotes last. */
export function richWords(blocks: readonly RichBlock[], notes: readonly TextNote[]): string {
  return [...blocks.map(blockWords), ...notes.map(({ mark, runs }) => `[${mark}] ${runWords(runs)}`)].join('\n');
}

/** Digits with a sign, separators and a unit: what stands to the right in a column. */
const NUMBER = /^[-\u2212]?\d[\d.,\u00a0 ]*(?:\s?(?:%|pct\.|kr\.|t\.kr\.|mio\.\s?kr\.))?$/;

/** Which columns of a written table hold nothing but numbers, and at least one. */
export function numericColumns({ rows }: Extract<RichBlock, { kind: 'table' }>): boolean[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const words = rows.map((row) => runWords(row[at] ?? []).trim()).filter((text) => text !== '' && text !== '-');
    return words.length > 0 && words.every((text) => NUMBER.test(text));
  });
}

/** The marks that stand in the text itself. One in a heading does not: there it is no link. */
export function marksIn(blocks: readonly RichBlock[]): Set<string> {
  const lines = blocks.flatMap((block): Run[][] => {
    if (block.kind === 'paragraph') return [block.runs];
    return block.kind === 'list' ? block.items : [...(block.head ?? []), ...block.rows.flat()];
  });
  return new Set(lines.flat().flatMap(({ note }) => note ?? []));
}
