import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';

/** A node of the editor's document as JSON: what ProseMirror takes. */
export interface EditorNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: EditorNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

/** What it hands out: the same, where what is not there may also be undefined. */
interface ReadNode {
  type: string;
  attrs?: Record<string, unknown> | undefined;
  content?: ReadNode[] | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  text?: string | undefined;
}

/** What stands in a line as one thing, and is no text: the editor has a node of that name for each. */
export type Field = Exclude<Inline, { kind: 'text' }>;

const LIST_TYPES = { bulletList: false, orderedList: true } as const;

function toInline(inline: Inline): EditorNode {
  if (inline.kind === 'footnote') return { type: inline.kind, attrs: { value: inline } };
  const { bold, ...value } = inline;
  const isBold = bold ? [{ type: 'bold' }] : [];
  if (value.kind !== 'text') {
    return { type: value.kind, attrs: { value }, ...(isBold.length > 0 ? { marks: isBold } : {}) };
  }
  const marks = [...isBold, ...(value.link === undefined ? [] : [{ type: 'link', attrs: { href: value.link } }])];
  return { type: 'text', text: value.text, ...(marks.length > 0 ? { marks } : {}) };
}

function toLine(type: string, line: readonly Inline[], attrs?: Record<string, unknown>): EditorNode {
  const content = line.filter((part) => part.kind !== 'text' || part.text !== '').map(toInline);
  return { type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) };
}

function toCells(row: readonly Inline[][], width: number, type: string): EditorNode[] {
  return Array.from({ length: width }, (_, index) => ({ type, content: [toLine('paragraph', row[index] ?? [])] }));
}

function toNodes(block: TextBlock): EditorNode[] {
  switch (block.kind) {
    case 'paragraph':
      return [toLine('paragraph', block.content)];
    case 'heading':
      return [toLine('heading', block.content, { level: block.level })];
    case 'list': {
      const content = block.items.map((item) => ({ type: 'listItem', content: [toLine('paragraph', item)] }));
      return content.length === 0 ? [] : [{ type: block.ordered ? 'orderedList' : 'bulletList', content }];
    }
    case 'table': {
      const width = Math.max(0, ...block.rows.map((row) => row.length));
      if (width === 0) return [];
      const content = block.rows.map((row, index) => ({
        type: 'tableRow',
        content: toCells(row, width, block.head && index === 0 ? 'tableHeader' : 'tableCell'),
      }));
      return [{ type: 'table', content }];
    }
  }
}

/** A text as the editor takes it. Lists and tables without anything in them are left out, short rows are filled up. */
export function toEditor(document: TextDocument): EditorNode {
  const content = document.flatMap(toNodes);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** The one line of a footnote, as an editor of one line takes it. */
export function toEditorLine(line: readonly Inline[]): EditorNode {
  return { type: 'doc', content: [toLine('paragraph', line)] };
}

const isField = (value: unknown, kind: string): value is Field =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

export const isFootnote = (value: unknown): value is Extract<Inline, { kind: 'footnote' }> =>
  isField(value, 'footnote');

function fromInline({ type, text = '', attrs, marks = [] }: ReadNode): Inline[] {
  const bold = marks.some((mark) => mark.type === 'bold') ? ({ bold: true } as const) : {};
  if (type === 'text') {
    const link = marks.find((mark) => mark.type === 'link')?.attrs?.href;
    return [{ kind: 'text', text, ...bold, ...(typeof link === 'string' ? { link } : {}) }];
  }
  const value = attrs?.value;
  if (!isField(value, type)) return [];
  return [value.kind === 'footnote' ? value : { ...value, ...bold }];
}

/** The parts of a line, those of one look that meet put together. */
export function fromEditorLine(node: ReadNode): Inline[] {
  const parts: Inline[] = [];
  for (const part of (node.content ?? []).flatMap(fromInline)) {
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && last.bold === part.bold && last.link === part.link)
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
}

/** What stands in a list item or a cell, which hold one paragraph. */
const lineIn = (node: ReadNode): Inline[] => fromEditorLine(node.content?.[0] ?? { type: 'paragraph' });

function fromNode(node: ReadNode): TextBlock[] {
  const { type, content = [] } = node;
  switch (type) {
    case 'paragraph':
      return [{ kind: 'paragraph', content: fromEditorLine(node) }];
    case 'heading':
      return [{ kind: 'heading', level: node.attrs?.level === 2 ? 2 : 1, content: fromEditorLine(node) }];
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', ordered: LIST_TYPES[type], items: content.map(lineIn) }];
    case 'table':
      return [
        {
          kind: 'table',
          head: content[0]?.content?.every((cell) => cell.type === 'tableHeader') ?? false,
          rows: content.map((row) => (row.content ?? []).map(lineIn)),
        },
      ];
    default:
      return [];
  }
}

const isEmpty = (block: TextBlock | undefined) => block?.kind === 'paragraph' && block.content.length === 0;

/** The text that stands in the editor. Empty paragraphs after it are none of it: the editor puts them there itself. */
export function fromEditor({ content = [] }: ReadNode): TextDocument {
  const blocks = content.flatMap(fromNode);
  while (isEmpty(blocks.at(-1))) blocks.pop();
  return blocks;
}

/** A line with a field where some of its words stood; a field counts as one sign. */
export function replaceInLine(line: readonly Inline[], from: number, to: number, field: Field): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  let isPut = false;
  for (const part of line) {
    const length = part.kind === 'text' ? part.text.length : 1;
    const [start, end] = [at, at + length];
    at = end;
    if (end <= from || start >= to) {
      parts.push(part);
      continue;
    }
    if (part.kind !== 'text') {
      if (!isPut) parts.push(field);
      isPut = true;
      continue;
    }
    const before = part.text.slice(0, Math.max(0, from - start));
    const after = part.text.slice(Math.max(0, to - start));
    if (before !== '') parts.push({ ...part, text: before });
    if (!isPut) parts.push(part.bold && field.kind !== 'footnote' ? { ...field, bold: true } : field);
    isPut = true;
    if (after !== '') parts.push({ ...part, text: after });
  }
  return parts;
}
