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
    const open: ('structure' | 'artifact')[] = [];
    let operands: string[] = [];
    for (const [token] of parts.join('\n').matchAll(TOKEN)) {
      if (token === 'BDC' || token === 'BMC') {
        const mark = operands[operands.indexOf('/MCID') + 1];
        const isStructure = operands.includes('/MCID');
        if (isStructure) marks.push(Number(mark));
        if (!isStructure && !operands.includes('/Artifact'))
          faults.push(`a mark that is neither: ${operands.join(' ')}`);
        // 01-003 and 01-004: neither in the other.
        if (open.length > 0) faults.push(`a mark within a mark: ${operands.join(' ')}`);
        open.push(isStructure ? 'structure' : 'artifact');
      } else if (token === 'EMC') {
        if (!open.pop()) faults.push('a mark closed that was not open');
      } else if (DRAWS.has(token) && open.length === 0) faults.push(`${token} outside any mark`);
      operands = /^[A-Za-z'"]/.test(token) ? [] : [...operands, token];
    }
    if (open.length > 0) faults.push('a mark that is not closed');
    return { page, marks, faults };
  });
}
