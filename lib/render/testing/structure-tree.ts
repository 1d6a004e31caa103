import { type PdfObjects, type PdfValue, textOf } from './read-qpdf.ts';

/** Content of a page that belongs to an element. */
interface TreeContent {
  page: PdfValue;
  mark: number;
}

/** An element of the structure, as the file has it. */
export interface TreeElement {
  reference: PdfValue;
  type: string;
  kids: TreeElement[];
  content: TreeContent[];
  /** Elements and content in their order. */
  order: (TreeElement | TreeContent)[];
  /** Annotations that belong to it. */
  annotations: PdfValue[];
  alt: string | null;
  actualText: string | null;
  id: string | null;
  attributes: Record<string, PdfValue>;
  parent: PdfValue;
}

/** The tree of what is heard, under the document's root. */
export function readTree(file: PdfObjects): TreeElement[] {
  const root = file.entry(file.root, 'StructTreeRoot');
  return file.list(file.entry(root, 'K')).map((kid) => readElement(file, kid));
}

function readElement(file: PdfObjects, reference: PdfValue): TreeElement {
  const page = file.entry(reference, 'Pg');
  const element: TreeElement = {
    reference,
    type: file.name(reference, 'S'),
    kids: [],
    content: [],
    order: [],
    annotations: [],
    alt: textOf(file.get(reference, 'Alt')),
    actualText: textOf(file.get(reference, 'ActualText')),
    id: textOf(file.get(reference, 'ID')),
    attributes: readAttributes(file, reference),
    parent: file.entry(reference, 'P'),
  };
  for (const kid of file.list(file.entry(reference, 'K'))) {
    const resolved = file.resolve(kid);
    if (file.name(kid, 'Type') === 'OBJR') element.annotations.push(file.entry(kid, 'Obj'));
    else if (typeof resolved === 'number') addContent(element, { page, mark: resolved });
    else if (file.name(kid, 'Type') === 'MCR') {
      addContent(element, { page: file.entry(kid, 'Pg') ?? page, mark: Number(file.get(kid, 'MCID')) });
    } else {
      const inner = readElement(file, kid);
      element.kids.push(inner);
      element.order.push(inner);
    }
  }
  return element;
}

function addContent(element: TreeElement, content: TreeContent): void {
  element.content.push(content);
  element.order.push(content);
}

function readAttributes(file: PdfObjects, reference: PdfValue): Record<string, PdfValue> {
  const found: Record<string, PdfValue> = {};
  for (const object of file.list(file.entry(reference, 'A'))) {
    for (const key of ['Scope', 'ColSpan', 'RowSpan', 'BBox', 'ListNumbering']) {
      const value = file.get(object, key);
      if (value !== null) found[key] = value;
    }
  }
  return found;
}

/** Every element of the tree, each before what is in it. */
export function flatten(elements: TreeElement[]): TreeElement[] {
  return elements.flatMap((element) => [element, ...flatten(element.kids)]);
}
