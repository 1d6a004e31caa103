/** The font of all cells, which Excel and LibreOffice have or replace by one of its widths. */
export const SHEET_FONT = { name: 'Calibri', family: 2, size: 11 };
/** Excel's height of a row in SHEET_FONT, in points. */
const LINE_HEIGHT = 15;
/** The tallest row that Excel takes, in points. */
const TALLEST = 409;

/** How many lines `text` takes in a column of `width` signs. */
function countLines(text: string, width: number): number {
  const most = Math.max(1, Math.floor(width));
  return text.split('\n').reduce((lines, paragraph) => lines + countParagraph(paragraph, most), 0);
}

function countParagraph(paragraph: string, most: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= most) used = needed;
    else {
      lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / most) - 1;
      used = word.length % most || most;
    }
  }
  return lines;
}

/** The least width, in signs, of a column whose head takes at most so many lines. */
export function narrowestHead(label: string, lines: number): number {
  const words = label.split(/\s+/);
  let width = Math.max(...words.map((word) => word.length));
  while (countLines(words.join(' '), width) > lines) width += 1;
  return width;
}

/**
 * The height, in points, of a row whose cells wrap these texts in columns of these widths (in signs): not all programs
 * find it themselves when they open a workbook.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => countLines(text, widths[index] ?? 1));
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE_HEIGHT);
}
