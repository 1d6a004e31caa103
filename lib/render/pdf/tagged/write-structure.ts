import type { PdfKitDocument, PdfReference } from 'pdfmake/js/PDFDocument.js';
import { type Attributes, Element, type Structure } from './structure.ts';

/**
 * Puts the tree of what is heard into the document (PDF 1.7, 14.7). To be called when all pages are drawn. Nothing is
 * said of suspects: that there are none is what holds unless one says otherwise, and poppler stumbles over the word.
 */
export function writeStructure(pdf: PdfKitDocument, structure: Structure): void {
  structure.tidy();
  const tree = pdf.getStructTreeRoot();
  const notes: PdfReference[] = [];
  const root = writeElement(pdf, structure.root, tree, notes);
  tree.data.K = [root];
  const names = notes.flatMap((note) => [note.data.ID, note]);
  if (notes.length > 0) tree.data.IDTree = { Names: names };
  pdf.getStructParentTree().limits = false;
}

/** Writes an element and what is in it; notes are collected in the order of their ids. */
function writeElement(
  pdf: PdfKitDocument,
  element: Element,
  parent: PdfReference,
  notes: PdfReference[],
): PdfReference {
  const reference = pdf.ref({ Type: 'StructElem', S: element.type, P: parent });
  const { data } = reference;
  if (element.type === 'Note') {
    notes.push(reference);
    data.ID = new String(`note-${String(notes.length).padStart(5, '0')}`);
  }
  if (element.attributes.alt !== undefined) data.Alt = new String(element.attributes.alt);
  if (element.attributes.actualText !== undefined) data.ActualText = new String(element.attributes.actualText);
  const attributes = writeAttributes(element.attributes);
  if (attributes) data.A = attributes;
  const parents = pdf.getStructParentTree();
  data.K = element.kids.map((kid) => {
    if (kid instanceof Element) return writeElement(pdf, kid, reference, notes);
    // The page of the first kid is that of all that do not say otherwise.
    data.Pg ??= kid.page;
    if ('annotation' in kid) {
      parents.add(Number(kid.annotation.data.StructParent), reference);
      return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
    }
    parents.get(Number(kid.page.data.StructParents))[kid.mark] = reference;
    return data.Pg === kid.page ? kid.mark : { Type: 'MCR', Pg: kid.page, MCID: kid.mark };
  });
  reference.end();
  return reference;
}

function writeAttributes({ scope, colSpan, rowSpan, numbering, box }: Attributes): object | undefined {
  if (box) return { O: 'Layout', Placement: 'Block', BBox: box };
  if (numbering) return { O: 'List', ListNumbering: numbering };
  if (!scope && !colSpan && !rowSpan) return undefined;
  return {
    O: 'Table',
    ...(scope ? { Scope: scope } : {}),
    ...(colSpan ? { ColSpan: colSpan } : {}),
    ...(rowSpan ? { RowSpan: rowSpan } : {}),
  };
}
