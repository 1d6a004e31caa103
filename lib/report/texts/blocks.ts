import type { Block, Chart, TableId } from '../model.ts';

/** A note under a table, as the model has it. */
type Note = Extract<Block, { kind: 'table' }>['notes'][number];

/**
 * A heading; its id is the anchor that contents and pages link to, prefixed so that a table of the same name can have
 * one too. `number` is '' where the text counts none.
 */
export function heading(level: 1 | 2 | 3, id: string, number: string, text: string): Block {
  return { kind: 'heading', level, id: `afsnit-${id}`, number, text };
}

export function paragraph(...sentences: string[]): Block {
  return { kind: 'paragraph', text: withSingleStops(sentences.filter((sentence) => sentence !== '').join(' ')) };
}

export function list(items: string[]): Block {
  return { kind: 'list', items: items.map(withSingleStops) };
}

/** The full stop of `kr.` also ends the sentence. */
function withSingleStops(text: string): string {
  return text.replace(/kr\.\.(?=\s|$)/g, 'kr.');
}

/** A table with its notes; notes are marked 1, 2 … in the order given. `column` null: the mark stands in the title. */
export function table(id: TableId, notes: Omit<Note, 'mark'>[] = []): Block {
  return { kind: 'table', table: id, notes: notes.map((note, index) => ({ mark: String(index + 1), ...note })) };
}

/** The note on IM functions, at the column that holds them (domain.md, notes under the tables). */
export function chartNote(column: string): Omit<Note, 'mark'> {
  return {
    column,
    text: 'IM-funktion er funktionen i den kontoplan, som er autoriseret for kommunerne (IM-kontoplanen).',
  };
}

/** A chart, where there is something to draw. */
export function drawing(drawn: Chart | null): Block[] {
  return drawn === null ? [] : [{ kind: 'chart', chart: drawn }];
}
