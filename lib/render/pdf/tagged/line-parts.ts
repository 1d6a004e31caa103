import type { Inline } from 'pdfmake/js/PageElementWriter.js';
import { Element, LAYOUT, type Mark, type Structure } from './structure.ts';
import type { Tag } from './tag.ts';

/** Words of a line that are heard as one: those of one run, one link, one emphasis. */
export interface LinePart {
  inlines: Inline[];
  tag: Inline['tag'];
  /** Where they lead: an address, or `#` and the id of a heading; '' nowhere. */
  target: string;
  isStrong: boolean;
}

const targetOf = (inline: Inline): string => {
  if (inline.linkToDestination) return `#${inline.linkToDestination}`;
  return inline.link ?? '';
};

/** The parts of a line in order; its words without their links, which are drawn once for all of them. */
export function splitLine(inlines: Inline[]): LinePart[] {
  const parts: LinePart[] = [];
  for (const inline of inlines) {
    const { tag } = inline;
    const target = targetOf(inline);
    const isStrong = inline.bold === true || inline.italics === true;
    const drawn = target === '' ? inline : { ...inline, link: null, linkToDestination: null };
    const last = parts.at(-1);
    if (last && last.tag === tag && last.target === target && last.isStrong === isStrong) last.inlines.push(drawn);
    else parts.push({ inlines: [drawn], tag, target, isStrong });
  }
  return parts;
}

/** The last of `parent`, if it was made for the same and so goes on; else a new one. */
function goOn(parent: Element, type: 'Link' | 'Span', origin: unknown): Element {
  const last = parent.lastElement;
  if (last?.type === type && last.origin === origin) return last;
  const element = new Element(type, parent);
  element.origin = origin;
  return element;
}

function openRun(structure: Structure, parent: Element, tag: Exclude<Tag, { type: 'Artifact' }>): Element {
  const last = parent.lastElement;
  if (last?.origin === tag) return last;
  const element = structure.open(parent, tag);
  element.origin = tag;
  return element;
}

/** The element of a part of a line that belongs to `mark`, and the link that it is, if any. */
export function placePart(structure: Structure, mark: Mark, part: LinePart): { element: Mark; link: Element | null } {
  if (!(mark instanceof Element) || mark.type === 'Figure') return { element: mark, link: null };
  let element = mark;
  const tags = part.tag === undefined ? [] : Array.isArray(part.tag) ? part.tag : [part.tag];
  for (const tag of tags) {
    if (tag.type === 'Artifact') return { element: LAYOUT, link: null };
    element = openRun(structure, element, tag);
  }
  const link = part.target === '' ? null : goOn(element, 'Link', part.target);
  element = link ?? element;
  // In a heading, a caption or a head everything is bold: there it says nothing.
  if (part.isStrong && mark.type === 'P') element = goOn(element, 'Span', 'strong');
  return { element, link };
}
