import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page: `y` from the foot of the page and `size` in points. */
interface PdfPiece {
  text: string;
  x: number;
  y: number;
  size: number;
  /** In points, from the sign where it begins to the end of the last. */
  width: number;
}

export interface PdfPage {
  width: number;
  height: number;
  /** In the order in which the page draws them. */
  pieces: PdfPiece[];
  /** All its text without any space, in drawing order: words are drawn one by one. */
  text: string;
}

/** `text` in the form in which the text of a page is compared. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** A text of the model as a web page draws it: a negative number has a real minus, which a PDF gives as a hyphen. */
export const drawn = (text: string): string => text.replace(/(?<![\p{L}\p{N}–-])-(?=\d)/gu, '\u2212');

/**
 * Opens a PDF by a reader that is not the one that wrote it. A hyphen that only divides a word stands in a Span of its
 * own, which says that it is no part of the text; it is left out unless `withHyphens`.
 */
export async function readPdf(
  bytes: Uint8Array,
  withHyphens = false,
): Promise<{ pages: PdfPage[]; info: unknown; outline: string[] }> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let spans = 0;
    const open: boolean[] = [];
    const pieces = items.flatMap((item): PdfPiece[] => {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') spans -= open.pop() ? 1 : 0;
        else {
          const isHyphen = item.type === 'beginMarkedContentProps' && !item.id && 'tag' in item && item.tag === 'Span';
          open.push(isHyphen);
          spans += isHyphen ? 1 : 0;
        }
        return [];
      }
      if ((spans > 0 && !withHyphens) || item.str.trim() === '') return [];
      const [, , , , x = 0, y = 0] = item.transform.map(Number);
      return [{ text: item.str, x, y, size: item.height, width: item.width }];
    });
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ width, height, pieces, text: squeeze(pieces.map((piece) => piece.text).join('')) });
  }
  const outline = await pdf.getOutline();
  const { info } = await pdf.getMetadata();
  await task.destroy();
  return { pages, info, outline: (outline ?? []).map((entry) => entry.title) };
}
