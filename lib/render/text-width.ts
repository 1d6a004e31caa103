/**
 * Widths in ems of IBM Plex Sans' signs, rounded up, a hyphen as wide as the minus that a number is drawn with; what is
 * not named is taken for a wide letter.
 */
const WIDTHS: readonly [signs: string, ems: number][] = [
  [" \u00a0'.,:;!|ijl", 0.31],
  ['frt()[]/I"', 0.42],
  ['aàáâcgkåäsvxyzLJ*?', 0.54],
  ['0123456789+-=<>_bdehnopqußéèêëöøüEFSTYZ–', 0.6],
  ['ABCDKPRUVXÅÄÜ', 0.68],
  ['GHNOQØÖ&#w', 0.77],
  ['Mmæ…', 0.88],
];
const WIDEST = 1;

const EMS = new Map(WIDTHS.flatMap(([signs, ems]) => [...signs].map((sign): [string, number] => [sign, ems])));

/** How wide a text is at most when it is drawn, in the unit of `fontSize`: for renderers that cannot measure fonts. */
export function estimateWidth(text: string, fontSize: number): number {
  const ems = [...text].reduce((width, sign) => width + (EMS.get(sign) ?? WIDEST), 0);
  return ems * fontSize;
}

const ELLIPSIS = '…';

function cutToFit(text: string, width: number, fontSize: number): string {
  const signs = [...text];
  while (signs.length > 1 && estimateWidth(`${signs.join('').trimEnd()}${ELLIPSIS}`, fontSize) > width) signs.pop();
  return `${signs.join('').trimEnd()}${ELLIPSIS}`;
}

/** `text` in at most `most` lines of `width`; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, fontSize: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && estimateWidth(joined, fontSize) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  const rest = lines.slice(most - 1).join(' ');
  if (lines.length > most) kept[most - 1] = cutToFit(rest, width, fontSize);
  return kept.map((line) => (estimateWidth(line, fontSize) > width ? cutToFit(line, width, fontSize) : line));
}
