import pdfmake, { type PdfNode } from 'pdfmake';
import type { Logo } from '#lib/domain/brand.ts';
import { loadFonts } from './fonts.ts';

/** What a logo takes of the front page, at most, in points: wide ones get their width, square ones their height. */
const MOST = { width: 190, height: 64 };

/** The logo as a node of the front page. */
export function layLogo({ type, base64, width, height, alternativeText }: Logo): PdfNode {
  const scale = Math.min(MOST.width / width, MOST.height / height);
  return {
    image: `data:${type};base64,${base64}`,
    width: width * scale,
    height: height * scale,
    tag: { type: 'Figure', alt: alternativeText },
  };
}

/** Whether a PDF can be made with the picture: not every kind of PNG and JPEG can be drawn. */
export async function canDrawLogo(logo: Logo): Promise<boolean> {
  loadFonts();
  const date = new Date(0);
  const info = { title: '', author: '', subject: '', creator: '', producer: '', creationDate: date, modDate: date };
  try {
    const { tag: _, ...node } = layLogo(logo);
    await pdfmake
      .createPdf({
        content: [node],
        pageSize: 'A4',
        pageMargins: [40, 40, 40, 40],
        version: '1.7',
        language: 'da-DK',
        displayTitle: true,
        info,
        defaultStyle: { font: 'Plex' },
        header: () => null,
        footer: () => null,
      })
      .getBuffer();
    return true;
  } catch {
    // Whatever the drawing library cannot read: the answer is that it cannot.
    return false;
  }
}
