import { readXml } from '#lib/import/xlsx/read-xml.ts';
import { type Archive, openArchive, unpack, XlsxError } from '#lib/import/xlsx/zip.ts';

/** The list of what an Office file holds is a few kilobytes; one that is more is no such list. */
const LARGEST_LIST = 4 * 1024 * 1024;
const MOST_PARTS = 20_000;
/** What can run: macros, controls, and programs that lie in the file as they are. */
const RUNS =
  /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|activeX\/.*|macrosheets\/.*)$|\.(exe|dll|js|vbs|scr|com|bat|cmd|ps1|hta|lnk|msi)$/i;

const MAIN_PARTS = new Map<string, 'xlsx' | 'docx'>([
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
]);

export function isZipStart(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  );
}

/** Whether the bytes end as a zip archive does: something else with an archive behind it is two files in one. */
export function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.length - 65_557),
    Math.min(bytes.length, 65_557),
  );
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0; ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}

/** What a zip archive is by its own list of contents: a workbook, a document, one that runs something, or neither. */
export async function judgeOffice(bytes: Uint8Array): Promise<'xlsx' | 'docx' | 'runs' | 'broken' | 'other'> {
  try {
    const archive = openArchive(bytes, LARGEST_LIST);
    const names = [...archive.entries.keys()];
    if (!archive.entries.has('[Content_Types].xml')) return 'other';
    if (names.length > MOST_PARTS || names.some((name) => name.startsWith('/') || name.split('/').includes('..')))
      return 'broken';
    if (names.some((name) => RUNS.test(name))) return 'runs';
    return await readMainPart(archive);
  } catch (error) {
    if (error instanceof XlsxError) return 'broken';
    throw error;
  }
}

async function readMainPart(archive: Archive): Promise<'xlsx' | 'docx' | 'runs' | 'other'> {
  const types: string[] = [];
  await readXml(unpack(archive, '[Content_Types].xml'), {
    open: (_name, { ContentType = '' }) => {
      if (ContentType !== '') types.push(ContentType.trim());
    },
  });
  if (types.some((type) => /macroEnabled|vbaProject|activeX/i.test(type))) return 'runs';
  const kinds = new Set(types.map((type) => MAIN_PARTS.get(type)).filter((kind) => kind !== undefined));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : 'other';
}
