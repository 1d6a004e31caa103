import { diffWordsWithSpace } from 'diff';
import type { TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { alignBlocks, areSame } from './align-blocks.ts';
import { blockWords } from './text-words.ts';

/** A run of words that both texts have, or only the one. */
export interface WordDifference {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A block of two texts, and how it differs between them. */
export interface BlockDifference {
  kind: 'same' | 'added' | 'removed' | 'changed';
  block: TextBlock['kind'];
  /** As blockWords() has them: items and rows a line each, cells apart by a tab. A change of looks alone changes none. */
  words: WordDifference[];
}

/** More words put in or taken out than that, and the whole was written anew. */
const MOST_EDITS = 1_500;

/** The words of `before` and `after` in one run, with what was taken out and put in. */
export function diffWordsOf(before: string, after: string): WordDifference[] {
  if (before === after) return told('same', after);
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [...told('removed', before), ...told('added', after)];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** What a text became, block by block in the order in which it is read. */
export function diffDocuments(before: TextDocument, after: TextDocument): BlockDifference[] {
  const { now, inserted } = alignBlocks(before, after);
  const added = (blocks: readonly TextBlock[] = []): BlockDifference[] =>
    blocks.map((block) => ({ kind: 'added', block: block.kind, words: told('added', blockWords(block)) }));
  const of = (was: TextBlock, is: TextBlock | null): BlockDifference => {
    const old = blockWords(was);
    if (is === null) return { kind: 'removed', block: was.kind, words: told('removed', old) };
    const kind = areSame(was, is) ? 'same' : 'changed';
    return { kind, block: is.kind, words: diffWordsOf(old, blockWords(is)) };
  };
  return [
    ...before.flatMap((was, index) => [...added(inserted[index]), of(was, now[index] ?? null)]),
    ...added(inserted[before.length]),
  ];
}

function told(kind: WordDifference['kind'], text: string): WordDifference[] {
  return text === '' ? [] : [{ kind, text }];
}
