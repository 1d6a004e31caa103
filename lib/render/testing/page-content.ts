import type { PdfObjects, PdfValue } from './read-qpdf.ts';

/** What the marks of a page's content say. */
export interface PageMarks {
  page: PdfValue;
  /** The marks of structure, in the order in which the page draws them. */
  marks: number[];
  /** Operators that draw outside any mark, and marks that are nested or not closed. */
  faults: string[];
}

const TOKEN = /\((?:\\.|[^\\()])*\)|<<|>>|<[\dA-Fa-f\s]*>|[[\]]|\/[^\s<>[\]()/]+|[^\s<>[\]()/]+/gs;
const DRAWS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Tj', 'TJ', "'", '"', 'Do', 'sh']);

/** Reads the content of each page, operator by operator. */
export function readMarks(file: PdfObjects): PageMarks[] {
  return file.pages.map((page) => {
    const parts = file.list(file.entry(page, 'Contents')).map((part) => file.stream(part)?.toString('latin1') ?? '');
    const marks: number[] = [];
    const faults: string[] = [];
    let open = 0;
    let operands: string[] = [];
    for (const [token] of parts.join('\n').matchAll(TOKEN)) {
      if (token === 'BDC' || token === 'BMC') {
        const mark = operands.indexOf('/MCID');
        if (mark >= 0) marks.push(Number(operands[mark + 1]));
        // Words within an element may say by what they are to be replaced; else no mark is in another (01-003, 01-004).
        const replaces = mark < 0 && operands.includes('/ActualText');
        if (replaces ? open !== 1 : open > 0) faults.push(`a mark within a mark: ${operands.join(' ')}`);
        else if (mark < 0 && !replaces && !operands.includes('/Artifact'))
          faults.push(`no mark: ${operands.join(' ')}`);
        open += 1;
      } else if (token === 'EMC') {
        if (open === 0) faults.push('a mark closed that was not open');
        open = Math.max(0, open - 1);
      } else if (DRAWS.has(token) && open === 0) faults.push(`${token} outside any mark`);
      operands = /^[A-Za-z'"]/.test(token) ? [] : [...operands, token];
    }
    if (open > 0) faults.push('a mark that is not closed');
    return { page, marks, faults };
  });
}
