/** One line of the table. Figures are text, so that each row can say in what unit it is measured. */
export interface Row {
  what: string;
  /** Our figure, with its spread. */
  ours: string;
  /** The bare machine's or the peer's figure, measured in the same run, and what it is. */
  beside: string;
  /** Ours divided by the figure beside it; '' where the two do not compare. */
  ratio: string;
  goal: string;
  /** Null where the row has no goal of its own. */
  met: boolean | null;
}

/** A part of the bench; `name` is what its argument matches. */
export interface Part {
  name: string;
  run(): Promise<Row[]>;
}

const HEADINGS = ['what', 'ours: median (spread)', 'beside it', 'ratio', 'goal', 'met'];

function answer(met: boolean | null): string {
  if (met === null) return '–';
  return met ? 'yes' : 'NO';
}

/** The rows as aligned text under their headings. */
export function formatTable(rows: Row[]): string {
  const cells = [
    HEADINGS,
    ...rows.map((row) => [row.what, row.ours, row.beside, row.ratio, row.goal, answer(row.met)]),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}
