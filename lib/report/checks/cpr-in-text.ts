import { type CprSuspicion, findCprNumbers, lengthOfCpr } from '#lib/domain/cpr.ts';
import type { Inline, TextDocument } from '#lib/domain/report-text.ts';
import { linesOf } from '../texts-written/lines.ts';

/** As many signs before a place as a personal number that goes on there can have, with the one before it. */
const REACH = 15;
/** So many beginnings are carried on at a place: an honest line has a few. */
const MOST_BEGINNINGS = 32;
/** What stands for a figure: its own digits are no part of a personal number. */
const FIGURE = '\ufffc';

/**
 * Everything in a text that looks like a personal number as it prints (product.md, rule 13): whichever wording each
 * choice takes, also where a number is begun in one piece of a line and ended in another. Each number is told at least
 * once. Linear in the text.
 */
export function findCprInText(document: TextDocument): CprSuspicion[] {
  return linesOf(document).flatMap(({ line }) => findInLine([...line.flatMap(wordingsOf), ['\n']]));
}

/** What an inline can print; the mark of a footnote is raised and parts no number, and what it says is a line of its own. */
function wordingsOf(inline: Inline): string[][] {
  switch (inline.kind) {
    case 'text':
      return [[inline.text]];
    case 'figure':
      return [[FIGURE]];
    case 'choice': {
      const { by: _by, ...wordings } = inline.choice;
      return [Object.values(wordings)];
    }
    case 'footnote':
      return [];
  }
}

/** @param pieces each with all its wordings; the last of them ends whatever number may stand before it */
function findInLine(pieces: readonly string[][]): CprSuspicion[] {
  const found = new Map<string, CprSuspicion>();
  let beginnings = [''];
  for (const [piece, wordings] of pieces.entries()) {
    const next = new Set<string>();
    for (const [at, wording] of wordings.entries()) {
      const keep = (suspicion: CprSuspicion, end: number) =>
        found.set(`${piece} ${at} ${end} ${suspicion.masked} ${suspicion.nearCertain}`, suspicion);
      for (const suspicion of findCprNumbers(wording)) {
        const end = suspicion.at + lengthOfCpr(wording, suspicion);
        // What begins or ends with the wording hangs on what stands beside it.
        if (suspicion.at > 0 && end < wording.length) keep(suspicion, end);
      }
      for (const beginning of beginnings) {
        const said = beginning + wording.slice(0, 2 * REACH);
        for (const suspicion of findCprNumbers(said)) {
          const end = suspicion.at + lengthOfCpr(said, suspicion);
          const isNew = suspicion.at <= beginning.length && end >= beginning.length;
          if (isNew && end < said.length) keep(suspicion, end - beginning.length);
        }
        next.add(beginningOf(beginning + wording));
      }
    }
    beginnings = [...next].slice(0, MOST_BEGINNINGS);
  }
  return [...found.values()];
}

/** The end of what was said, as far as a number can have begun in it. */
function beginningOf(said: string): string {
  return /[\d\s\p{Pd}\u2212]*$/u.exec(said.slice(-REACH))?.[0] ?? '';
}
