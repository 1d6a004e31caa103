/**
 * Text as people read it: a real minus before a number, where files for machines have a hyphen. A hyphen within a word, a
 * number or a range stays.
 */
export function withMinus(text: string): string {
  return text.includes('-') ? text.replace(/(?<![\p{L}\p{N}–-])-(?=\d)/gu, '\u2212') : text;
}
