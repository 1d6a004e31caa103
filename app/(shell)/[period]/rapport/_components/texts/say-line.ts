import type { FigureSource } from '#components/text-editor/fields.ts';
import type { Inline } from '#lib/domain/report-text.ts';
import { endsTwice } from '#lib/format/full-stop.ts';

/**
 * What each part of a line says, as the report would: figures as they are today, `…` until they are fetched, and no
 * full stop twice. A footnote says nothing in its line. @param missing what stands for a figure that there is not
 */
export function sayLine(
  line: readonly Inline[],
  figures: FigureSource | null,
  missing: (key: string) => string,
): string[] {
  let before = '';
  return line.map((part) => {
    if (part.kind === 'footnote') return '';
    const said = part.kind === 'text' ? part.text : sayField(part, line, figures, missing);
    const shown = part.kind === 'text' && endsTwice(before, said) ? said.slice(1) : said;
    before = part.kind === 'figure' ? said : '';
    return shown;
  });
}

function sayField(
  part: Extract<Inline, { kind: 'figure' | 'choice' }>,
  line: readonly Inline[],
  figures: FigureSource | null,
  missing: (key: string) => string,
): string {
  if (figures === null) return '…';
  const said = part.kind === 'figure' ? figures.write(part) : figures.choose(part, line);
  return said ?? missing(part.key);
}
