import danish from 'hyphen/da/index.js';
import { countLines, measureText, polish } from './fonts.ts';

const SOFT_HYPHEN = '\u00ad';
/** Shorter words are never divided. */
const SHORTEST = 8;
/** Letters that stay together at either end of a divided word. */
const LEAST_PART = 3;
/** A line that is emptier than this part of its width at its end is worth a divided word. */
const MOST_EMPTY = 0.22;
/** Kerning can widen a line by a fraction of a point. */
const SLACK = 0.5;

/** Where the second half of a compound often begins in accounts: readers expect it to be divided there. */
const SEAM =
  /(?=afgift|afregning|afskrivning|afstemning|aktiv|anlæg|ansvar|balance|betal|bevæg|bidrag|bog(?:før|hold)|borger|difference|fagsystem|forpligt|forsikring|forvaltning|funktion|garanti|gæld|gruppe|indsats|indskud|institution|integration|kapital|konti|konto|kontrol|køb|lån|leverandør|midler|mod(?:post|tager|part)|nedskriv|nævn|ordning|opfølg|opgørelse|oplysning|overførsel|periode|plan|post|praksis|refusion|regning|regnskab|register|rente|saldo|sagsbehand|system|tilgode|tilskud|udestå|udlån|udvalg|værdi|ydelse|år)/giu;

/** A place where a word may be divided, as the number of letters before it. */
interface Division {
  at: number;
  isSeam: boolean;
}

/** A division where two parts of a compound meet is taken if it fills this part of what the longest would. */
const SEAM_WORTH = 0.6;

const known = new Map<string, readonly Division[]>();
/** Words of a municipality's accounts come again and again; beyond so many they are thought over anew. */
const MOST_KNOWN = 20_000;

/** Where `word` may be divided, in order: by Danish patterns, and where its parts meet. */
function divisionsOf(word: string): readonly Division[] {
  const found = known.get(word);
  if (found) return found;
  const fits = (at: number): boolean => at >= LEAST_PART && at <= word.length - LEAST_PART;
  const seams = [...word.matchAll(SEAM)].map(({ index }) => index).filter(fits);
  let at = 0;
  const parts = danish.hyphenateSync(word, { hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST }).split(SOFT_HYPHEN);
  const patterns = parts.slice(0, -1).flatMap((part, index) => {
    at += part.length;
    // The patterns cut single letters loose where they take two words for one.
    const isSure = part.length > 1 && (parts[index + 1]?.length ?? 0) > 1;
    return isSure && fits(at) && seams.every((seam) => Math.abs(seam - at) > 2) ? [at] : [];
  });
  const divisions = [
    ...seams.map((seam) => ({ at: seam, isSeam: true })),
    ...patterns.map((pattern) => ({ at: pattern, isSeam: false })),
  ].toSorted((left, right) => left.at - right.at);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, divisions);
  return divisions;
}

/** The beginning of `token` that fills `room` best with a hyphen, as its number of signs; 0 where none fits. */
function bestFit(token: string, room: number, fontSize: number, bold: boolean): number {
  const [word] = /\p{L}+/u.exec(token) ?? [];
  if (word === undefined || word.length < SHORTEST || /\d|\/\/|@/.test(token)) return 0;
  const start = token.indexOf(word);
  const fitting = divisionsOf(word).filter(
    ({ at }) => measureText(`${token.slice(0, start + at)}-`, fontSize, bold) + SLACK <= room,
  );
  const longest = fitting.at(-1);
  if (!longest) return 0;
  const seam = fitting.findLast(({ isSeam, at }) => isSeam && at >= longest.at * SEAM_WORTH);
  return start + (seam ?? longest).at;
}

/**
 * `text` with a soft hyphen in each word that a line of `width` points must divide: one that is wider than the line, or
 * that would leave it almost a quarter empty. Lines are counted as pdfmake fills them, so that a line of it ends there;
 * where it does not, the soft hyphen is nothing. A soft hyphen in every syllable would leave the choice to pdfmake, which
 * divides even where half a word would do for the line, and draws each syllable by itself; so words elsewhere stay whole.
 * Its signs are those of print.
 */
export function divideWords(text: string, width: number, fontSize: number, bold = false): string {
  return polish(text)
    .split('\n')
    .map((paragraph) => divideLine(paragraph, width, fontSize, bold))
    .join('\n');
}

/**
 * As divideWords, for what stands in a narrow column: words are divided only where that saves a line, or where one is
 * wider than the column.
 */
export function divideToFit(text: string, width: number, fontSize: number): string {
  const whole = polish(text);
  const divided = divideWords(whole, width, fontSize);
  if (divided === whole) return whole;
  const isWide = whole.split(/[ \n]/).some((word) => measureText(word, fontSize) + SLACK > width);
  const saves = countLines(divided, width, fontSize) < countLines(whole, width, fontSize);
  return isWide || saves ? divided : whole;
}

function divideLine(paragraph: string, width: number, fontSize: number, bold: boolean): string {
  if (measureText(paragraph, fontSize, bold) <= width) return paragraph;
  const measure = (part: string): number => measureText(part, fontSize, bold);
  let divided = '';
  let room = width;
  for (const token of paragraph.split(/(?<=[ \t\u00ad-])/)) {
    let rest = token;
    while (measure(rest.trimEnd()) + SLACK > room) {
      const isWide = measure(rest.trimEnd()) > width;
      const cut = isWide || room > width * MOST_EMPTY ? bestFit(rest, room, fontSize, bold) : 0;
      if (cut > 0) {
        divided += `${rest.slice(0, cut)}${SOFT_HYPHEN}`;
        rest = rest.slice(cut);
      } else if (room === width) break;
      room = width;
    }
    divided += rest;
    room = Math.max(0, room - measure(rest));
  }
  return divided;
}
