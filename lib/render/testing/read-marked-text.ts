import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { squeeze } from './read-pdf.ts';

/** The text of a PDF by what it belongs to, as pdf.js reads it. */
export interface MarkedText {
  /** The text under each mark of structure, without spaces, by `<object number of the page> <mark>`. */
  marked: Map<string, string>;
  /** The marks that the structure of each page names, in its order, by the same names. */
  named: string[];
  /** Text of running heads and the like. */
  artifacts: string[];
  /** Text that is neither. */
  loose: string[];
}

const begin = z.object({ type: z.string(), id: z.string().nullish(), tag: z.string().nullish() });
type StructNode = { children: StructNode[] } | { type: string; id: string };
const node: z.ZodType<StructNode> = z.lazy(() =>
  z.union([z.object({ children: z.array(node) }), z.object({ type: z.string(), id: z.string() })]),
);

/** `p12R_mc3` as `12 3`. */
const nameOf = (id: string): string => id.replace(/^p(\d+)R_mc(\d+)$/, '$1 $2');

const contentOf = (tree: StructNode): string[] =>
  'children' in tree ? tree.children.flatMap(contentOf) : tree.type === 'content' ? [nameOf(tree.id)] : [];

/** Reads what of each page's text is marked as what. */
export async function readMarkedText(bytes: Uint8Array): Promise<MarkedText> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const read: MarkedText = { marked: new Map(), named: [], artifacts: [], loose: [] };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const tree = await page.getStructTree();
    if (tree !== null) read.named.push(...contentOf(node.parse(tree)));
    const open: z.infer<typeof begin>[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        // A mark without an id that is no artifact only says something of words within an element.
        const mark = open.findLast(({ id, tag }) => id || tag === 'Artifact');
        sortText(read, mark, squeeze(item.str));
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(begin.parse(item));
    }
  }
  await task.destroy();
  return read;
}

function sortText(read: MarkedText, mark: z.infer<typeof begin> | undefined, text: string): void {
  if (text === '') return;
  if (mark?.tag === 'Artifact') read.artifacts.push(text);
  else if (mark?.id) {
    const name = nameOf(mark.id);
    read.marked.set(name, `${read.marked.get(name) ?? ''}${text}`);
  } else read.loose.push(text);
}
