import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { Line, type Look } from './line.ts';
import { type Piece, readTags } from './read-tags.ts';
import { TableReader } from './table.ts';

type Opened = Extract<Piece, { kind: 'open' }>;

/** What the lines that are being read become. */
type Target = { kind: 'paragraph' } | { kind: 'heading'; level: 1 | 2 } | { kind: 'item'; ordered: boolean };

/** An open element, and what it says of what stands in it. */
interface Frame {
  tag: string;
  look: Look;
  target: Target;
  /** 'hidden' is not read at all; 'marker' is a list's bullet or number, which says only what kind of list it is. */
  reads: 'text' | 'hidden' | 'marker';
  /** The note whose text stands here. */
  note: string | null;
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'area', 'source', 'base']);
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li blockquote pre section article header footer main aside figure figcaption dl dt dd address table caption tr td th'.split(
    ' ',
  ),
);
/** What closes an open one of its kind by itself. */
const SELF_CLOSING = new Set(['p', 'li', 'td', 'th', 'tr']);
const BOLD_TAGS = new Set(['b', 'strong']);
const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/i;
const HIDDEN_STYLE = /display\s*:\s*none|mso-hide\s*:\s*all/i;
const LINK = /^(?:https?:\/\/|mailto:)\S+$/i;
/** `1.`, `1)`, `(1)`, `a)`, `iv.`: what stands before an item of a numbered list. */
const NUMBER_MARKER = /^\s*\(?(?:\d{1,3}|[a-zæøå]|[ivxlcdm]{1,6})[.)]/i;
const BOLDEST_PLAIN = 500;

const START: Frame = {
  tag: '',
  look: { bold: false, link: null },
  target: { kind: 'paragraph' },
  reads: 'text',
  note: null,
};

function readBold(style: string, tag: string, before: boolean): boolean {
  const weight = BOLD_STYLE.exec(style)?.[1]?.toLowerCase();
  if (weight === undefined) return before || BOLD_TAGS.has(tag);
  return /^bold/.test(weight) || Number.parseInt(weight, 10) > BOLDEST_PLAIN;
}

/** The note that a reference (`#_ftn3`, `#_edn3`) is to; null for other links. */
const noteOf = (href: string): string | null => /#_((?:ftn|edn)\d+)$/.exec(href)?.[1] ?? null;

class HtmlReader {
  private readonly blocks: TextBlock[] = [];
  private readonly line = new Line();
  private readonly frames: Frame[] = [START];
  private table: TableReader | null = null;
  /** Tables within the table that is read: they are its cells' text. */
  private nested = 0;
  private readonly notes = new Map<string, Inline[]>();
  private readonly references = new Map<string, Inline[]>();
  private marker = '';

  read(html: string): TextDocument {
    for (const piece of readTags(html)) {
      if (piece.kind === 'text') this.text(piece.text);
      else if (piece.kind === 'open') this.open(piece);
      else this.close(piece.tag);
    }
    while (this.frames.length > 1) this.closeTop();
    this.endLine();
    // A reference comes before the note that it is to.
    for (const [id, content] of this.references) content.push(...(this.notes.get(id) ?? []));
    return this.blocks;
  }

  private get top(): Frame {
    return this.frames.at(-1) ?? START;
  }

  private isIn(tag: string): boolean {
    return this.frames.some((frame) => frame.tag === tag);
  }

  private text(text: string): void {
    const { reads, look } = this.top;
    if (reads === 'marker') this.marker += text;
    else if (reads === 'text') this.line.add(text, look);
  }

  private open(piece: Opened): void {
    const { tag } = piece;
    if (tag === 'br' || tag === 'hr') this.breakLine();
    if (VOID.has(tag)) return;
    if (SELF_CLOSING.has(tag)) this.closeImplied(tag);
    if (BLOCKS.has(tag)) this.startBlock(piece);
    this.frames.push(this.frameOf(piece));
    if (tag === 'a') this.refer(piece.attributes.get('href') ?? '');
  }

  /** An end tag that is often left out: what is open of the same kind ends where the next begins. */
  private closeImplied(tag: string): void {
    const rivals = tag === 'td' || tag === 'th' ? ['td', 'th'] : tag === 'tr' ? ['tr', 'td', 'th'] : [tag];
    const bounds = new Set(tag === 'li' ? ['ul', 'ol'] : tag === 'p' ? ['td', 'th', 'li', 'div'] : ['table']);
    for (let index = this.frames.length - 1; index > 0; index -= 1) {
      const open = this.frames[index]?.tag ?? '';
      if (bounds.has(open)) return;
      if (!rivals.includes(open)) continue;
      while (this.frames.length > index) this.closeTop();
      if (tag !== 'tr') return;
    }
  }

  private startBlock({ tag, attributes }: Opened): void {
    this.breakLine();
    if (tag === 'table') {
      if (this.table === null) this.table = new TableReader();
      else this.nested += 1;
    } else if (this.table !== null && this.nested === 0) {
      if (tag === 'tr') this.table.startRow();
      if (tag === 'td' || tag === 'th') {
        this.keepOutsideCells();
        this.table.startCell(tag === 'th' || this.isIn('thead'), attributes);
      }
    }
  }

  private frameOf({ tag, attributes }: Opened): Frame {
    const { look, target, reads, note } = this.top;
    const style = attributes.get('style') ?? '';
    const href = attributes.get('href') ?? '';
    const isNoteBody = /mso-element\s*:\s*(?:foot|end)note(?:\s*;|\s*$)/i.test(style);
    return {
      tag,
      look: {
        bold: readBold(style, tag, look.bold && !/^h\d$/.test(tag)),
        link: tag === 'a' && LINK.test(href) ? href : look.link,
      },
      target: this.targetOf(tag, attributes, target),
      reads:
        reads !== 'text' || HIDDEN_STYLE.test(style) || /#_(?:ftn|edn)/.test(href)
          ? reads === 'marker'
            ? 'marker'
            : 'hidden'
          : /mso-list\s*:\s*ignore/i.test(style)
            ? 'marker'
            : 'text',
      note: isNoteBody ? (attributes.get('id') ?? null) : note,
    };
  }

  private targetOf(tag: string, attributes: ReadonlyMap<string, string>, outer: Target): Target {
    if (tag === 'li') return { kind: 'item', ordered: this.frames.findLast((one) => isList(one.tag))?.tag === 'ol' };
    if (/^h[1-6]$/.test(tag)) return { kind: 'heading', level: tag === 'h1' ? 1 : 2 };
    if (tag !== 'p' || outer.kind === 'item') return outer;
    if (/\bMso(?:Title|Heading)/i.test(attributes.get('class') ?? '')) return { kind: 'heading', level: 1 };
    if (/mso-list\s*:\s*l\d/i.test(attributes.get('style') ?? '')) return { kind: 'item', ordered: false };
    return { kind: 'paragraph' };
  }

  private refer(href: string): void {
    const note = noteOf(href);
    if (note === null || this.top.note !== null || this.references.has(note)) return;
    const content: Inline[] = [];
    this.references.set(note, content);
    this.line.addFootnote(content);
  }

  private close(tag: string): void {
    const index = this.frames.findLastIndex((frame) => frame.tag === tag);
    if (index < 1) return;
    while (this.frames.length > index) this.closeTop();
  }

  private closeTop(): void {
    const { tag } = this.top;
    if (tag === 'td' || tag === 'th') {
      if (this.nested === 0 && this.table !== null) this.table.endCell(this.line.take());
      else this.breakLine();
    } else if (tag === 'table') this.endTable();
    else if (tag === 'li') this.endLine();
    else if (BLOCKS.has(tag)) this.breakLine();
    this.frames.pop();
  }

  private endTable(): void {
    if (this.nested > 0) {
      this.nested -= 1;
      return;
    }
    this.keepOutsideCells();
    const block = this.table?.toBlock() ?? null;
    this.table = null;
    if (block !== null) this.blocks.push(block);
  }

  /** A table's caption, and words that stand between its cells by mistake: they come before it, as in a browser. */
  private keepOutsideCells(): void {
    const content = this.line.take();
    if (content.length > 0) this.blocks.push({ kind: 'paragraph', content });
  }

  /** Ends a line, except within a cell or an item, where what comes next goes on in the same. */
  private breakLine(): void {
    const goesOn = this.table !== null || (this.top.target.kind === 'item' && this.isIn('li') && !isList(this.top.tag));
    if (goesOn) this.line.add(' ', { bold: false, link: null });
    else this.endLine();
  }

  private endLine(): void {
    const { target, note } = this.top;
    const content = this.line.take();
    const isOrdered = NUMBER_MARKER.test(this.marker);
    this.marker = '';
    if (content.length === 0) return;
    if (note !== null) this.addToNote(note, content);
    else if (target.kind === 'item') this.addItem(target.ordered || isOrdered, content);
    else this.blocks.push(target.kind === 'heading' ? { ...target, content } : { kind: 'paragraph', content });
  }

  private addToNote(id: string, content: Inline[]): void {
    const known = this.notes.get(id) ?? [];
    const space: Inline[] = known.length > 0 ? [{ kind: 'text', text: ' ' }] : [];
    this.notes.set(id, [...known, ...space, ...content]);
  }

  private addItem(ordered: boolean, content: Inline[]): void {
    const last = this.blocks.at(-1);
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(content);
    else this.blocks.push({ kind: 'list', ordered, items: [content] });
  }
}

const isList = (tag: string) => tag === 'ul' || tag === 'ol';

/**
 * What is pasted from Word, Outlook, Excel or a page, as a text of ours: paragraphs, headings, bold, lists, links,
 * footnotes and tables. Fonts, colours, pictures and whatever else it brings are left out; no word is.
 */
export function readHtml(html: string): TextDocument {
  return new HtmlReader().read(html);
}
