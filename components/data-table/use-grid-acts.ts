'use client';

import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import { guardText, restoreText } from '#lib/format/formula-guard.ts';
import { type CellRange, type CellRect, rectOf } from './cell-range.ts';
import { cellText, copiedCell } from './cell-text.ts';
import { readTabbed, writeMarkup, writeTabbed } from './clipboard.ts';
import type { Column } from './columns.ts';
import type { Told } from './edit-status.tsx';
import type { CellChange } from './editing.ts';
import { type CellInput, judgeTexts } from './judge-texts.ts';
import type { GridLine } from './lines.ts';
import { type PastePlan, planPaste } from './paste-plan.ts';
import type { TableEdits } from './use-table-edits.ts';

/** Columns that a list has and does not show, with a way to show them as well. */
export interface UnshownColumns<Row> {
  columns: readonly Column<Row>[];
  show: (ids: readonly string[]) => void;
}

interface GridActsInput<Row> {
  lines: readonly GridLine<Row>[];
  columns: readonly Column<Row>[];
  unshown: UnshownColumns<Row>;
  edits: TableEdits<Row> | null;
  range: CellRange | null;
  setRange: (range: CellRange) => void;
  tell: (told: Told | null) => void;
}

/** How many keys, or messages, are named in a notice. */
const NAMED_KEYS = 5;

/** What can be done with the selected cells. Each act that changes something is one step. */
export function useGridActs<Row>({ lines, columns, unshown, edits, range, setRange, tell }: GridActsInput<Row>) {
  const t = useTranslations('ui.grid');

  function rowAt(line: number): Row | null {
    const at = lines[line];
    return at?.kind === 'row' ? (edits?.rowOf(at.id, at.row) ?? at.row) : null;
  }

  /** What a cell shows as text: what is typed and not saved before what is. */
  function textAt(line: number, column: number): string {
    const row = rowAt(line);
    const shown = columns[column];
    if (row === null || !shown) return '';
    return edits?.cellOf(lines[line]?.id ?? '', shown.id)?.text ?? cellText(shown, row);
  }

  function inputAt(line: number, column: number, text: string, targets = columns): CellInput<Row>[] {
    const row = rowAt(line);
    const shown = targets[column];
    const rowId = lines[line]?.id;
    return row === null || !shown || rowId === undefined ? [] : [{ rowId, row, column: shown, text }];
  }

  function rowLines(rect: CellRect): number[] {
    const found: number[] = [];
    for (let line = rect.top; line <= rect.bottom; line += 1) if (lines[line]?.kind === 'row') found.push(line);
    return found;
  }

  function refusalWords(refused: ReadonlyMap<string, number>): string[] {
    return [...refused].map(([reason, count]) => t('refused', { count, number: formatCount(count), reason }));
  }

  /** Writes texts, and says what came of it where that is more than one sees. */
  function write(inputs: readonly CellInput<Row>[], more: readonly string[] = []): void {
    const { edits: changes, refused, advised } = judgeTexts(inputs, t(edits ? 'readOnly' : 'readOnlyList'));
    edits?.edit(changes);
    const offer = offerOf(advised);
    const wrong = [...refusalWords(refused), ...more];
    const valid = changes.filter(({ error }) => error === null).length;
    const done = changes.length > 1 && valid > 0 ? [t('changed', { count: valid, number: formatCount(valid) })] : [];
    const lines = [...done, ...wrong, ...(offer?.lines ?? [])];
    const tone = wrong.length > 0 ? 'attention' : 'information';
    tell(lines.length > 0 ? { tone, lines, ...(offer && { offer }) } : null);
  }

  /** What is advised, each message once, and the cells that one button would give the better texts. */
  function offerOf(advised: ReturnType<typeof judgeTexts>['advised']) {
    const [first] = advised;
    if (!first) return null;
    const told = [...Map.groupBy(advised, ({ advice }) => advice.message)].map(([message, { length }]) =>
      advised.length === 1 ? message : t('advised', { count: length, number: formatCount(length), message }),
    );
    const isSame = advised.every(({ advice }) => advice.text === first.advice.text);
    return {
      lines: told.length > NAMED_KEYS ? [...told.slice(0, NAMED_KEYS), '…'] : told,
      label: isSame ? first.advice.label : t('takeAdvice'),
      cells: advised.map(({ rowId, columnId, advice }) => ({ rowId, columnId, text: advice.text })),
    };
  }

  /** Gives the cells the texts that were advised, as one step. */
  function takeOffer(cells: readonly CellChange[]): void {
    const lineOf = new Map(lines.map(({ id }, line) => [id, line]));
    const columnOf = new Map(columns.map(({ id }, column) => [id, column]));
    write(
      cells.flatMap(({ rowId, columnId, text }) => {
        const [line, column] = [lineOf.get(rowId), columnOf.get(columnId)];
        return line === undefined || column === undefined ? [] : inputAt(line, column, text);
      }),
    );
  }

  function copy(data: DataTransfer): void {
    if (!range) return;
    const rect = rectOf(range);
    const shown = columns.slice(rect.left, rect.right + 1);
    const cells = rowLines(rect).map((line) => {
      const row = rowAt(line);
      return shown.flatMap((column, index) => {
        if (row === null) return [];
        const unsaved = edits?.cellOf(lines[line]?.id ?? '', column.id);
        return [unsaved ? { text: textAt(line, rect.left + index), number: null } : copiedCell(column, row)];
      });
    });
    // A program that takes plain text runs what begins with `=`; a number stays as it is.
    const texts = cells.map((row) => row.map(({ text, number }) => (number === null ? guardCopied(text) : text)));
    data.setData('text/plain', writeTabbed(texts));
    data.setData('text/html', writeMarkup(cells));
  }

  function empty(): void {
    if (!range) return;
    const rect = rectOf(range);
    const inputs: CellInput<Row>[] = [];
    for (const line of rowLines(rect)) {
      for (let column = rect.left; column <= rect.right; column += 1) inputs.push(...inputAt(line, column, ''));
    }
    write(inputs);
  }

  function pasteWords(plan: PastePlan): string[] {
    const key = columns.find(({ kind }) => kind === 'link')?.header ?? '';
    const named = (keys: readonly string[]) =>
      keys.slice(0, NAMED_KEYS).join(', ') + (keys.length > NAMED_KEYS ? ' …' : '');
    const count = (length: number) => ({ count: length, number: formatCount(length) });
    return [
      ...(plan.rowsBeyond > 0 ? [t('rowsBeyond', count(plan.rowsBeyond))] : []),
      ...(plan.columnsBeyond > 0 ? [t('columnsBeyond', count(plan.columnsBeyond))] : []),
      ...(plan.unknownKeys.length > 0
        ? [t('unknownKeys', { ...count(plan.unknownKeys.length), column: key, keys: named(plan.unknownKeys) })]
        : []),
      ...(plan.doubtfulKeys.length > 0
        ? [t('doubtfulKeys', { ...count(plan.doubtfulKeys.length), column: key, keys: named(plan.doubtfulKeys) })]
        : []),
      ...(plan.unknownHeads.length > 0 ? [t('unknownHeads', { heads: named(plan.unknownHeads) })] : []),
    ];
  }

  /** Columns that are not shown and that a block names beside the key: what is pasted for them is not lost. */
  function unshownIn(block: readonly (readonly string[])[], key: string): readonly Column<Row>[] {
    const named = new Set(block[0]?.map((head) => head.trim().toLocaleLowerCase('da')));
    const isNamed = (header: string) => named.has(header.toLocaleLowerCase('da'));
    return block.length > 1 && isNamed(key) ? unshown.columns.filter(({ header }) => isNamed(header)) : [];
  }

  function paste(text: string): void {
    if (!range || text === '') return;
    const block = readTabbed(text).map((row) => row.map(restoreText));
    const keyColumn = columns.findIndex(({ kind }) => kind === 'link');
    const found = unshownIn(block, columns[keyColumn]?.header ?? '');
    const targets = [...columns, ...found];
    const plan = planPaste(block, rectOf(range), {
      rowLines: rowLines({ top: 0, bottom: lines.length - 1, left: 0, right: 0 }),
      heads: targets.map(({ header }) => header),
      keyColumn,
      keyOf: (line) => textAt(line, keyColumn),
    });
    // What stands beside the keys without a head to say where it belongs lands on the columns beside them.
    const isAstray = (block[0]?.length ?? 0) > 1 && plan.cells.some(({ column }) => !targets[column]?.edit);
    const headsHint = isAstray && rectOf(range).left === keyColumn ? [t('headsHint')] : [];
    write(
      plan.cells.flatMap(({ line, column, text: cell }) => inputAt(line, column, cell, targets)),
      [...pasteWords(plan), ...headsHint],
    );
    if (found.length > 0) unshown.show(found.map(({ id }) => id));
    const { rect } = plan;
    if (rect) {
      const anchor = { line: rect.top, column: rect.left };
      setRange({ cursor: anchor, anchor, edge: { line: rect.bottom, column: rect.right } });
    }
  }

  /** The first row (column) of the selection into the others; where it is only one, the one before it. */
  function fill(direction: 'down' | 'right'): void {
    if (!range) return;
    const rect = rectOf(range);
    const inputs: CellInput<Row>[] = [];
    if (direction === 'down') {
      const selected = rowLines(rect);
      const all = rowLines({ ...rect, top: 0 });
      const [first] = selected;
      const source = selected.length > 1 ? first : all[all.length - 2];
      if (source === undefined) return;
      for (const line of selected.length > 1 ? selected.slice(1) : selected) {
        for (let column = rect.left; column <= rect.right; column += 1) {
          inputs.push(...inputAt(line, column, textAt(source, column)));
        }
      }
    } else {
      const isSeveral = rect.right > rect.left;
      const source = isSeveral ? rect.left : rect.left - 1;
      if (source < 0) return;
      for (const line of rowLines(rect)) {
        for (let column = source + 1; column <= rect.right; column += 1) {
          inputs.push(...inputAt(line, column, textAt(line, source)));
        }
      }
    }
    write(inputs);
  }

  /** A typed text into its cell, or into every selected one. */
  function commit(line: number, column: number, text: string, everywhere: boolean): void {
    if (!everywhere || !range) {
      write(inputAt(line, column, text));
      return;
    }
    const rect = rectOf(range);
    const inputs: CellInput<Row>[] = [];
    for (const each of rowLines(rect)) {
      for (let at = rect.left; at <= rect.right; at += 1) inputs.push(...inputAt(each, at, text));
    }
    write(inputs);
  }

  /** Why a cell takes nothing; null: it can be typed in. */
  function refusalAt(line: number, column: number): string | null {
    const row = rowAt(line);
    const shown = columns[column];
    if (!edits) return t('readOnlyList');
    if (row === null || !shown?.edit) return shown?.readOnly ?? t('readOnly');
    return shown.edit.refusal?.(row) ?? null;
  }

  return { rowAt, textAt, copy, empty, paste, fill, commit, takeOffer, refusalAt };
}

/** A column of the clipboard's text that Excel would run gets an apostrophe, as in our files. */
function guardCopied(text: string): string {
  return /^[+-]?[\d.,]+-?$/.test(text) ? text : guardText(text);
}
