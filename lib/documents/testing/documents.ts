import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const MAIN = 'application/vnd.openxmlformats-officedocument';

/** A PDF of one page with a line of text, as small as readers take it. */
export function makePdf(text: string): Uint8Array {
  const drawing = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
      `4 0 obj<</Length ${drawing.length}>>stream\n${drawing}\nendstream endobj`,
      '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF\n',
    ].join('\n'),
    'latin1',
  );
}

/** A PDF whose page unpacks to `megabytes` of blanks and an operator that draws nothing. */
export function makePdfBomb(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 'q Q '), { level: 9 });
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>>endobj\n' +
        `4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);
}

/** A document of Word of the paragraphs given (as XML of their runs), with further parts. */
export function makeDocx(
  paragraphs: readonly string[],
  parts: Record<string, string> = {},
  type = 'wordprocessingml.document.main+xml',
): Uint8Array {
  const body = paragraphs.map((runs) => `<w:p>${runs}</w:p>`).join('');
  const texts = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="${MAIN}.${type}"/></Types>`,
    'word/document.xml': `<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])));
}

export const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

/** A workbook of the sheets given, by name: each the XML of its rows. */
export function makeSheets(
  sheets: Record<string, string>,
  strings: readonly string[] = [],
  parts: Record<string, Uint8Array> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"${at > 0 ? ' state="hidden"' : ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => `<Relationship Id="r${at}" Type="x/worksheet" Target="worksheets/s${at}.xml"/>`)
      .join('')}<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  for (const [at, name] of names.entries()) {
    texts[`xl/worksheets/s${at}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`;
  }
  return zipSync({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    ...parts,
  });
}

/** A zip entry that says it unpacks to little and unpacks to `megabytes` of blanks. */
export function makeZipBomb(megabytes: number): Uint8Array {
  return makeSheets({ Ark1: '' }, [], { 'xl/media/image1.png': new Uint8Array(megabytes * 1024 * 1024) });
}

/** A picture of one point. */
export function makePng(width = 1, height = 1): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The head, frame and end of a photo; no reader of ours looks at the points themselves. */
export function makeJpeg(width = 8, height = 8): Uint8Array {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]),
    frame,
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9]),
  ]);
}

/** A compound file whose top holds things of the names given: an Outlook message, or something older of Office. */
export function makeCompound(names: readonly string[]): Uint8Array {
  const none = 0xffffffff;
  const head = Buffer.alloc(512);
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(0xfffffffe, 68);
  head.fill(0xff, 76);
  head.writeUInt32LE(0, 76);
  const directory = Buffer.alloc(Math.ceil((names.length + 1) / 4) * 512);
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    directory.write(name, at * 128, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at * 128 + 64);
    directory.writeUInt32LE(none, at * 128 + 68);
    directory.writeUInt32LE(at > 0 && at < names.length ? at + 1 : none, at * 128 + 72);
    directory.writeUInt32LE(at === 0 && names.length > 0 ? 1 : none, at * 128 + 76);
  }
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  const sectors = directory.length / 512;
  for (let sector = 1; sector <= sectors; sector += 1) {
    table.writeUInt32LE(sector === sectors ? 0xfffffffe : sector + 1, sector * 4);
  }
  return Buffer.concat([head, table, directory]);
}

/** Bytes packed without a container, for what is to look like noise. */
export function makeNoise(): Uint8Array {
  return deflateRawSync(Buffer.from('noise'.repeat(400)));
}
