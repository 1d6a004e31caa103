import { buffer } from 'node:stream/consumers';
import { XlsxError } from '#lib/import/xlsx/zip.ts';
import { searchOffice } from './read-office-text.ts';
import { searchPdf } from './read-pdf-text.ts';
import type { ReaderAnswer } from './search-document.ts';

// Runs beside the server in a process of its own, which can write nothing and is ended when it takes too much (see
// search-document.ts): whatever is wrong with a document stays in here.
async function answer(bytes: Uint8Array, kind: string | undefined, unpackedMegabytes: number): Promise<ReaderAnswer> {
  try {
    if (kind === 'pdf') return { ok: true, search: await searchPdf(bytes) };
    if (kind !== 'docx' && kind !== 'xlsx') throw new Error(`No reader for ${kind}.`);
    return {
      ok: true,
      search: { outcome: 'searched', ...(await searchOffice(kind, bytes, unpackedMegabytes * 1024 * 1024)) },
    };
  } catch (error) {
    const isTooLarge = error instanceof XlsxError && error.fault === 'xlsx-too-large';
    return { ok: false, refusal: isTooLarge ? 'document-bomb' : 'document-broken' };
  }
}

const [kind, unpackedMegabytes] = process.argv.slice(2);
const result = await answer(await buffer(process.stdin), kind, Number(unpackedMegabytes));
process.send?.(result, () => process.exit());
