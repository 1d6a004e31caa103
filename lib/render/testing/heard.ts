import { readMarkedText } from './read-marked-text.ts';
import { readObjects } from './read-qpdf.ts';
import { readTree, type TreeElement } from './structure-tree.ts';

/** What is heard of a PDF, an element a line, indented: its type, what it says of itself, and its text without spaces. */
export async function writeHeard(bytes: Uint8Array): Promise<string[]> {
  const { marked } = await readMarkedText(bytes);
  const text = (part: { page: unknown; mark: number }): string =>
    marked.get(`${String(part.page).split(' ')[0]} ${part.mark}`) ?? '';
  const write = (element: TreeElement, depth: number): string[] => {
    const { Scope, ColSpan, RowSpan, ListNumbering } = element.attributes;
    const facts = [Scope, ColSpan && `spans ${ColSpan}`, RowSpan && `down ${RowSpan}`, ListNumbering]
      .concat(element.alt && `“${element.alt}”`, element.actualText)
      .filter((fact) => fact !== undefined && fact !== null && fact !== 0);
    const lines = [[`${' '.repeat(depth)}${element.type}`, ...facts].join(' ')];
    for (const [at, part] of element.order.entries()) {
      if ('type' in part) lines.push(...write(part, depth + 1));
      else if (at === 0) lines[0] = `${lines[0]} ${text(part)}`.trimEnd();
      else lines.push(' '.repeat(depth + 1) + text(part));
    }
    return lines;
  };
  return readTree(readObjects(bytes)).flatMap((element) => write(element, 0));
}
