import { SaxesParser } from 'saxes';
import { XlsxError } from './zip.ts';

/** What a reader of a part of a workbook is told. Names come without their prefix. */
interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /** Asked between the pieces: whether the rest need not be read. */
  isDone?: () => boolean;
}

function bareName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** A cell holds at most 32,767 characters: so many bytes without a tag between them are no workbook's. */
const LONGEST_TEXT = 8 * 1024 * 1024;
const DEEPEST = 256;

/**
 * Reads XML as it is unpacked, so that a sheet of any size takes little memory. Entities of its own are refused.
 * @throws XlsxError for what is no XML, and (xlsx-too-large) for a text, comment or tag so long that the parser, which
 * gathers each into one string, would take the whole process with it
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const decoder = new TextDecoder();
  const { open, text, close } = handlers;
  parser.on('error', () => {
    throw new XlsxError('xlsx-broken');
  });
  let sinceTag = 0;
  let depth = 0;
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    depth += 1;
    if (depth > DEEPEST) throw new XlsxError('xlsx-broken');
    open?.(bareName(tag.name), tag.attributes);
  });
  if (text) parser.on('text', text);
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    depth -= 1;
    close?.(bareName(tag.name));
  });
  let empty = true;
  for await (const piece of pieces) {
    empty = false;
    sinceTag += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (sinceTag > LONGEST_TEXT) throw new XlsxError('xlsx-too-large');
    if (handlers.isDone?.()) return;
  }
  if (!empty) parser.close();
}
