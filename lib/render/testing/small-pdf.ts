import type { DocumentDefinition, PdfNode } from 'pdfmake';
import { BODY_FONT, loadFonts } from '#lib/render/pdf/fonts.ts';
import { createTaggedPdf } from '#lib/render/pdf/tagged/create-tagged-pdf.ts';

const DATE = new Date('2023-12-31T12:00:00Z');

export const SMALL_INFO = {
  title: 'Prøve',
  author: 'Demo',
  subject: 'Emne',
  creator: 'Afstemt',
  producer: 'Afstemt',
  creationDate: DATE,
  modDate: DATE,
};

/** A PDF of some nodes, with nothing around them. */
export function createSmallPdf(content: PdfNode[], more: Partial<DocumentDefinition> = {}): Promise<Uint8Array> {
  loadFonts();
  return createTaggedPdf({
    content,
    pageSize: 'A4',
    pageMargins: [60, 60, 60, 60],
    version: '1.7',
    language: 'da-DK',
    displayTitle: true,
    info: SMALL_INFO,
    defaultStyle: { font: BODY_FONT, fontSize: 10 },
    header: () => null,
    footer: () => null,
    ...more,
  });
}
