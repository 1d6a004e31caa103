import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SearchOutcome } from '#lib/domain/attachment.ts';
import { lookInto, nothingSeen, type Seen } from './suspicions.ts';

/**
 * Searches the text of a PDF, page by page, and what is filled in on its forms.
 * @throws where it is no PDF that can be read
 */
export async function searchPdf(bytes: Uint8Array): Promise<Seen & { outcome: SearchOutcome }> {
  const seen = nothingSeen();
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
  });
  try {
    const pdf = await task.promise;
    let hasText = false;
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const sheet = await pdf.getPage(page);
      const { items } = await sheet.getTextContent();
      const pieces = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
      const filled = (await sheet.getAnnotations()).map(({ fieldValue }: { fieldValue?: unknown }) =>
        typeof fieldValue === 'string' ? fieldValue : '',
      );
      const text = [pieces.join(''), ...filled].join('\n');
      hasText ||= text.trim() !== '';
      lookInto(seen, { in: 'page', page }, text);
      sheet.cleanup();
    }
    return { ...seen, outcome: hasText ? 'searched' : 'no-text' };
  } catch (error) {
    if (error instanceof PasswordException) return { ...nothingSeen(), outcome: 'protected' };
    throw error;
  } finally {
    await task.destroy();
  }
}
