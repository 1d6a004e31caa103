import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import pdfmake, { type TextNode } from 'pdfmake';
import { bindWords } from '#lib/format/bind-words.ts';
import { withMinus } from '#lib/format/minus.ts';
import { unpackWoff } from './unpack-woff.ts';

/** IBM Plex Sans comes in files by alphabet: the first holds Danish, the second the rest of Latin script. */
export const BODY_FONT = 'Plex';
const EXTENDED_FONT = 'PlexExtended';

const FILES = {
  [BODY_FONT]: { normal: 'ibm-plex-sans-latin-400-normal.woff', bold: 'ibm-plex-sans-latin-600-normal.woff' },
  [EXTENDED_FONT]: {
    normal: 'ibm-plex-sans-latin-ext-400-normal.woff',
    bold: 'ibm-plex-sans-latin-ext-600-normal.woff',
  },
};

const FOLDER = join('node_modules', '@fontsource', 'ibm-plex-sans', 'files');

/** The folder of the font files, sought upwards from the working folder and from this file: a bundler moves the latter. */
function findFontFolder(): string {
  for (const start of [process.cwd(), import.meta.dirname]) {
    for (let folder = start; folder; folder = dirname(folder)) {
      const candidate = join(/* turbopackIgnore: true */ folder, FOLDER);
      if (existsSync(candidate)) return candidate;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error(
    `The fonts of the report were not found: no folder ${FOLDER} above ${process.cwd()}. Run npm install.`,
  );
}

interface LoadedFonts {
  body: { normal: Font; bold: Font };
  extended: Font;
}

let loaded: LoadedFonts | null = null;

/** Reads the fonts once and hands them to pdfmake, which from then on may open neither files nor addresses itself. */
export function loadFonts(): LoadedFonts {
  if (loaded) return loaded;
  const folder = findFontFolder();
  const read = (name: string): Buffer => {
    const bytes = unpackWoff(readFileSync(join(folder, name)));
    pdfmake.virtualfs.writeFileSync(name, bytes);
    return bytes;
  };
  pdfmake.setFonts(FILES);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  read(FILES[EXTENDED_FONT].bold);
  loaded = {
    body: { normal: create(read(FILES[BODY_FONT].normal)), bold: create(read(FILES[BODY_FONT].bold)) },
    extended: create(read(FILES[EXTENDED_FONT].normal)),
  };
  return loaded;
}

/** A hyphen at which no line ends. No font of ours has it: its word is a run of its own that is not wrapped. */
export const NO_BREAK_HYPHEN = '\u2011';

/** Signs that neither font file has, and what says the same. */
const SUBSTITUTES: Record<string, string> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '→': '->',
  '●': '•',
  '▪': '•',
  '\u202f': '\u00a0',
  [NO_BREAK_HYPHEN]: '-',
  '\u2010': '-',
  '\t': ' ',
};

/** What stands where no font has the sign: a visible mark, since pdfmake drops such a sign without a word. */
const MISSING = '\ufffd';

type FontName = typeof BODY_FONT | typeof EXTENDED_FONT;

function fontFor(sign: string): FontName | null {
  const codePoint = sign.codePointAt(0) ?? 0;
  const fonts = loadFonts();
  if (fonts.body.normal.hasGlyphForCodePoint(codePoint)) return BODY_FONT;
  return fonts.extended.hasGlyphForCodePoint(codePoint) ? EXTENDED_FONT : null;
}

/** Where a word may be divided; drawn only where it is. */
const SOFT_HYPHEN = '\u00ad';

/** Signs as print has them, one for one: a real minus before a number, and a number on the line of what it belongs to. */
export function polish(text: string): string {
  return bindWords(withMinus(text));
}

/** One form of each accented letter and each line end, without what is never to be seen (zero width). */
function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
}

const HELD_WORD = /([^\s]*\u2011[^\s]*)/;

interface TextRun {
  text: string;
  font: FontName;
  noWrap?: true;
}

/** `text` in runs of one font each, every sign of it drawable. Line feeds stay in their run. */
function splitRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  for (const part of polish(cleanText(text)).split(HELD_WORD)) {
    const held = part.includes(NO_BREAK_HYPHEN);
    const add = (sign: string, font: FontName): void => {
      const last = runs.at(-1);
      if (last?.font === font && (last.noWrap ?? false) === held) last.text += sign;
      else runs.push({ text: sign, font, ...(held ? { noWrap: true } : {}) });
    };
    for (const sign of part) {
      const known = sign === '\n' || sign === SOFT_HYPHEN ? (runs.at(-1)?.font ?? BODY_FONT) : fontFor(sign);
      if (known) add(sign, known);
      else add(SUBSTITUTES[sign] ?? MISSING, BODY_FONT);
    }
  }
  return runs;
}

/** Text as pdfmake takes it: plain where the body font has every sign, else in runs by font. */
export function typeset(text: string): string | TextNode[] {
  const runs = splitRuns(text);
  const [first] = runs;
  if (runs.length <= 1 && !first?.noWrap)
    return first === undefined || first.font === BODY_FONT ? (first?.text ?? '') : runs;
  return runs;
}

/** Width of one line of text in points, without kerning. */
export function measureText(text: string, fontSize: number, bold = false): number {
  const font = loadFonts().body[bold ? 'bold' : 'normal'];
  let units = 0;
  for (const sign of polish(text).replaceAll(NO_BREAK_HYPHEN, '-'))
    if (sign !== SOFT_HYPHEN) units += font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth;
  return (units * fontSize) / font.unitsPerEm;
}

/** How many lines `text` takes in a column of `width` points; a word wider than the column is broken. */
export function countLines(text: string, width: number, fontSize: number, bold = false): number {
  let lines = 0;
  for (const paragraph of polish(text).split('\n')) {
    let room = width;
    lines += 1;
    for (const word of paragraph.split(/(?<=[ \t\u00ad-])/)) {
      const needed = measureText(word, fontSize, bold);
      if (needed <= room) {
        room -= needed;
        continue;
      }
      lines += Math.max(1, Math.ceil(needed / width));
      room = width - (needed % width);
    }
  }
  return lines;
}
