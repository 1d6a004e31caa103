import { cellText, settleText } from './cell-text.ts';
import type { CellAdvice, Column } from './columns.ts';
import type { CellEdit } from './edit-desk.ts';

/** A text for a cell, as typed or pasted. `row` as it now stands. */
export interface CellInput<Row> {
  rowId: string;
  row: Row;
  column: Column<Row>;
  text: string;
}

/** What can be done of texts for cells. */
interface JudgedTexts {
  edits: CellEdit[];
  /** How many cells take nothing, by the reason. */
  refused: Map<string, number>;
  /** What is advised for texts that can be saved and change their cell. */
  advised: { rowId: string; columnId: string; advice: CellAdvice }[];
}

/**
 * Which texts can be written to their cells: those that do not check as well, since they stay in their cell with what is
 * wrong. A cell that takes nothing is refused with its reason, unless the text is what it holds anyway.
 */
export function judgeTexts<Row>(inputs: readonly CellInput<Row>[], readOnly: string): JudgedTexts {
  const edits: CellEdit[] = [];
  const advised: JudgedTexts['advised'] = [];
  const refused = new Map<string, number>();
  // Thousands of pasted cells hold few different texts.
  const known = new Map<string, CellAdvice | null>();
  function adviseOnce(columnId: string, text: string, { advise }: NonNullable<Column<Row>['edit']>): CellAdvice | null {
    const key = `${columnId} ${text}`;
    if (!known.has(key)) known.set(key, advise?.(text) ?? null);
    return known.get(key) ?? null;
  }
  for (const { rowId, row, column, text: typed } of inputs) {
    const { edit } = column;
    const reason = edit ? (edit.refusal?.(row) ?? null) : (column.readOnly ?? readOnly);
    if (!edit || reason !== null) {
      const why = reason ?? readOnly;
      if (typed.trim() !== cellText(column, row)) refused.set(why, (refused.get(why) ?? 0) + 1);
      continue;
    }
    const text = settleText(edit, typed);
    const [error, savedText] = [edit.check(text, row), edit.text(row)];
    edits.push({ rowId, columnId: column.id, text, error, savedText });
    const advice = error === null && text !== savedText ? adviseOnce(column.id, text, edit) : null;
    if (advice) advised.push({ rowId, columnId: column.id, advice });
  }
  return { edits, refused, advised };
}
