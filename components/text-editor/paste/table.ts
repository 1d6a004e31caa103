import type { Inline, TextBlock } from '#lib/domain/report-text.ts';

interface Cell {
  line: Inline[];
  isHead: boolean;
}

/** Spans wider than this are somebody's layout, and are read as one cell. */
const WIDEST_SPAN = 50;

function readSpan(written: string | undefined): number {
  const span = Number.parseInt(written ?? '1', 10);
  return span > 1 && span <= WIDEST_SPAN ? span : 1;
}

const isBlank = (cell: Cell) => cell.line.length === 0;
const isBold = (part: Inline) => part.kind === 'text' && part.bold === true;

/** A table that is being read. What spans several columns or rows stands in the first, and blank in the others. */
export class TableReader {
  private readonly rows: Cell[][] = [];
  /** How many rows more the cell above takes up, by column. */
  private readonly below = new Map<number, number>();
  private rowSpan = 1;
  private columnSpan = 1;
  private isHead = false;

  startRow(): void {
    this.rows.push([]);
    this.skipTaken();
  }

  startCell(isHead: boolean, attributes: ReadonlyMap<string, string>): void {
    if (this.rows.length === 0) this.rows.push([]);
    this.isHead = isHead;
    this.columnSpan = readSpan(attributes.get('colspan'));
    this.rowSpan = readSpan(attributes.get('rowspan'));
  }

  endCell(line: Inline[]): void {
    const row = this.rows.at(-1);
    if (row === undefined) return;
    for (let index = 0; index < this.columnSpan; index += 1) {
      if (this.rowSpan > 1) this.below.set(row.length, this.rowSpan);
      row.push({ line: index === 0 ? line : [], isHead: this.isHead });
    }
    this.skipTaken();
  }

  /** Puts blanks where a cell above reaches down. */
  private skipTaken(): void {
    const row = this.rows.at(-1) ?? [];
    for (;;) {
      const column = row.length;
      const taken = this.below.get(column) ?? 1;
      this.below.delete(column);
      if (taken === 1) return;
      this.below.set(column, taken - 1);
      row.push({ line: [], isHead: false });
    }
  }

  /** The table as a block; a lone cell is a paragraph, and a table without a word is nothing. */
  toBlock(): TextBlock | null {
    const rows = this.rows.filter((row) => !row.every(isBlank));
    const width = Math.max(0, ...rows.map((row) => row.length));
    const [first = []] = rows;
    if (width === 0) return null;
    if (rows.length === 1 && width === 1) return { kind: 'paragraph', content: first[0]?.line ?? [] };
    const words = first.filter((cell) => !isBlank(cell));
    const head =
      first.every(({ isHead }) => isHead) || (rows.length > 1 && words.every(({ line }) => line.every(isBold)));
    return {
      kind: 'table',
      head,
      rows: rows.map((row, index) =>
        Array.from({ length: width }, (_, column) => {
          const line = row[column]?.line ?? [];
          // A head is bold by itself.
          return head && index === 0 ? line.map(withoutBold) : line;
        }),
      ),
    };
  }
}

function withoutBold(part: Inline): Inline {
  if (part.kind !== 'text') return part;
  const { bold: _bold, ...plain } = part;
  return plain;
}
