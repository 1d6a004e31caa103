import { LONGEST_DOCUMENT_NAME } from '#lib/domain/attachment.ts';

/** Controls, and marks that are not seen but turn or split what is: `gpj.exe` must not read `exe.jpg`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Of a name whose other characters are not seen there is only the ending left, by which its kind is known. */
const ENDING_ALONE = /^[. ]*(\.[a-z\d]{1,5})$/i;

/**
 * A file's name without its path, as any system can save it: composed (NFC), without unseen characters, at most
 * LONGEST_DOCUMENT_NAME bytes with its ending kept. `dokument` where nothing but an ending is left.
 */
export function cleanName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const bare = base
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .replace(ENDING_ALONE, 'dokument$1')
    .replace(/^[. ]+/, '')
    .replace(DEVICE, '_$1');
  return shorten(bare === '' ? 'dokument' : bare);
}

/** The ending of a name in lower case, without its dot; '' where there is none. */
export function endingOf(name: string): string {
  return /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_DOCUMENT_NAME) return name;
  const ending = endingOf(name);
  const tail = ending === '' || ending.length > 8 ? '' : name.slice(name.length - ending.length - 1);
  let stem = '';
  let left = LONGEST_DOCUMENT_NAME - Buffer.byteLength(tail);
  for (const character of name.slice(0, name.length - tail.length)) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    stem += character;
  }
  return `${stem.trimEnd()}${tail}`;
}
