import type { Inline } from '#lib/domain/report-text.ts';

/** How words of a line look. */
export interface Look {
  bold: boolean;
  link: string | null;
}

/** Blank signs of all kinds; a lone no-break space within words is one of them and stays. */
const BLANKS = /[\t\n\r\f ]+|\u00a0(?=[\t\n\r\f \u00a0])[\t\n\r\f \u00a0]*/g;
/** Marks that are not seen: soft hyphens, joiners, byte order marks. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const ENDS_BLANK = /[ \u00a0]$/;

/** A line that is being read: blanks are put together as a browser does, and looks that meet are one part. */
export class Line {
  private parts: Inline[] = [];

  isEmpty(): boolean {
    return this.parts.length === 0;
  }

  add(raw: string, { bold, link }: Look): void {
    let text = raw.replace(UNSEEN, '').replace(BLANKS, ' ');
    const last = this.parts.at(-1);
    const endsBlank = last === undefined || (last.kind === 'text' && ENDS_BLANK.test(last.text));
    if (endsBlank) text = text.replace(/^[ \u00a0]+/, '');
    if (text === '') return;
    if (last?.kind === 'text' && (last.bold ?? false) === bold && (last.link ?? null) === link) {
      this.parts[this.parts.length - 1] = { ...last, text: last.text + text };
    } else {
      this.parts.push({
        kind: 'text',
        text,
        ...(bold ? { bold: true } : {}),
        ...(link === null ? {} : { link }),
      });
    }
  }

  addFootnote(content: Inline[]): void {
    this.parts.push({ kind: 'footnote', content });
  }

  /** What was read, without blanks at its ends; the line is empty from then on. */
  take(): Inline[] {
    const parts = this.parts;
    this.parts = [];
    const last = parts.at(-1);
    if (last?.kind !== 'text') return parts;
    const text = last.text.replace(/[ \u00a0]+$/, '');
    return text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), { ...last, text }];
  }
}
