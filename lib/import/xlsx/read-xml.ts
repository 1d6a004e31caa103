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

/** Reads XML as it is unpacked, so that a sheet of any size takes little memory. Entities of its own are refused. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const decoder = new TextDecoder();
  const { open, text, close } = handlers;
  parser.on('error', () => {
    throw new XlsxError('xlsx-broken');
  });
  if (open) parser.on('opentag', (tag) => open(bareName(tag.name), tag.attributes));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', (tag) => close(bareName(tag.name)));
  let empty = true;
  for await (const piece of pieces) {
    empty = false;
    parser.write(decoder.decode(piece, { stream: true }));
    if (handlers.isDone?.()) return;
  }
  if (!empty) parser.close();
}
