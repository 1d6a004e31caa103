import type { DocumentPlace } from '#lib/domain/attachment.ts';
import { readXml } from '#lib/import/xlsx/read-xml.ts';
import { type Archive, openArchive, unpack } from '#lib/import/xlsx/zip.ts';
import { searchSheets } from './read-workbook-text.ts';
import { lookInto, nothingSeen, type Seen } from './suspicions.ts';

const DOCUMENT = 'word/document.xml';

/**
 * Searches the text of a document or workbook, its comments, footers and hidden parts too. Unpacks all of it, so that
 * one that is made to fill a machine is known before anybody opens it.
 * @param budget how many bytes it may unpack to
 * @throws XlsxError for what is broken or unpacks to too much
 */
export async function searchOffice(kind: 'docx' | 'xlsx', bytes: Uint8Array, budget: number): Promise<Seen> {
  const archive = openArchive(bytes, budget);
  const seen = nothingSeen();
  const read = kind === 'xlsx' ? await searchSheets(archive, seen) : new Set<string>();
  for (const part of archive.entries.keys()) {
    if (read.has(part)) continue;
    if (/^(xl|word|docProps)\/.*\.xml$/.test(part)) await searchText(archive, part, seen);
    else for await (const _ of unpack(archive, part));
  }
  return seen;
}

/** Ends of what is read as one piece of text. */
const BLOCKS = new Set(['p', 'si', 'comment', 'threadedComment', 'c', 'row']);

/** The text of a part, paragraph by paragraph: what is split over runs of different looks is put together. */
async function searchText(archive: Archive, part: string, seen: Seen): Promise<void> {
  let text = '';
  let paragraph = 0;
  const finish = () => {
    if (text === '') return;
    lookInto(seen, placeOf(part, paragraph), text);
    text = '';
  };
  await readXml(unpack(archive, part), {
    open: (name) => {
      if (name === 'p') {
        finish();
        paragraph += 1;
      } else if (['tab', 'br', 'cr'].includes(name)) text += '\n';
    },
    text: (piece) => {
      text += piece;
      // What has no paragraphs is searched as it comes.
      if (text.length > 1_000_000) finish();
    },
    close: (name) => {
      if (BLOCKS.has(name)) finish();
    },
  });
  finish();
}

function placeOf(part: string, paragraph: number): DocumentPlace {
  if (part === DOCUMENT) return { in: 'paragraph', paragraph };
  return { in: 'part', part: part.slice(part.lastIndexOf('/') + 1) };
}
