import { textDocument } from '#lib/schemas/report-text.ts';
import type { Field } from './document.ts';

const NAME = 'data-field';

export const FIELD_SELECTOR = `[${NAME}]`;

/** A field as attributes of an element: how it travels over the clipboard. */
export function fieldAttributes(field: Field): Record<string, string> {
  return { [NAME]: JSON.stringify(field) };
}

/** The field that an element stands for; null where it is none of ours: anything can be pasted. */
export function readField(element: Pick<Element, 'getAttribute'>): Field | null {
  try {
    const value: unknown = JSON.parse(element.getAttribute(NAME) ?? 'null');
    const read = textDocument.safeParse([{ kind: 'paragraph', content: [value] }]);
    const [block] = read.success ? read.data : [];
    const [field] = block?.kind === 'paragraph' ? block.content : [];
    return field === undefined || field.kind === 'text' ? null : field;
  } catch {
    // Not JSON, so not written by us.
    return null;
  }
}
