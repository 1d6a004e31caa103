import type { Inline } from 'pdfmake/js/PageElementWriter.js';
import textInlines from 'pdfmake/js/TextInlines.js';
import { unwrap } from './unwrap.ts';

const TextInlines = unwrap(textInlines);

const SOFT_HYPHEN = '\u00ad';
const SOFT_HYPHENS = /\u00ad/g;

/**
 * Words may be divided at their soft hyphens, which pdfmake takes for places where a line may end, and otherwise draws
 * as blanks. Where a line ends at one, there must be room for a hyphen; elsewhere it is nothing.
 */
export class SoftInlines extends TextInlines {
  override measure(inlines: Inline[], styles: object): Inline[] {
    const measured = super.measure(inlines, styles);
    for (const inline of measured) {
      if (!inline.text.includes(SOFT_HYPHEN)) continue;
      const isEnd = inline.text.endsWith(SOFT_HYPHEN);
      inline.text = inline.text.replace(SOFT_HYPHENS, '');
      inline.width = this.widthOfText(inline.text, inline);
      if (!isEnd) continue;
      inline.hyphenWidth = this.widthOfText('-', inline);
      // What pdfmake takes off a line's width for what ends it: here something is added.
      inline.trailingCut = -inline.hyphenWidth;
    }
    return measured;
  }
}

/** The hyphen that is drawn at the end of a line which divides a word; null for other lines. */
export function hyphenOf(inlines: Inline[], isLastLine: boolean): Inline | null {
  const last = inlines.at(-1);
  if (!last?.hyphenWidth || isLastLine) return null;
  return { ...last, text: '-', x: last.x + last.width, width: last.hyphenWidth, link: null, linkToDestination: null };
}
