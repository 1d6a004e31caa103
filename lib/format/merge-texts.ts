import type { TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { alignBlocks, areSame } from './align-blocks.ts';

/** A part of a merged text: what stands, or what both changed, each in their own way, and somebody must choose. */
export type MergePiece =
  | { kind: 'merged'; blocks: TextBlock[] }
  | { kind: 'conflict'; base: TextBlock[]; mine: TextBlock[]; theirs: TextBlock[] };

/**
 * Two texts that began as the same one, made into one block by block: what only one of them changed is taken over, and
 * where both changed the same block, or both wrote in the same place, the piece holds both. No word of either is lost.
 */
export function mergeDocuments(base: TextDocument, mine: TextDocument, theirs: TextDocument): MergePiece[] {
  const [own, others] = [alignBlocks(base, mine), alignBlocks(base, theirs)];
  const pieces: MergePiece[] = [];
  const decide = (was: TextBlock[], left: TextBlock[], right: TextBlock[]) => {
    if (areSame(left, right) || areSame(right, was)) add(pieces, { kind: 'merged', blocks: left });
    else if (areSame(left, was)) add(pieces, { kind: 'merged', blocks: right });
    else add(pieces, { kind: 'conflict', base: was, mine: left, theirs: right });
  };
  for (let index = 0; index <= base.length; index += 1) {
    decide([], own.inserted[index] ?? [], others.inserted[index] ?? []);
    const block = base[index];
    if (block) decide([block], listed(own.now[index]), listed(others.now[index]));
  }
  return pieces;
}

function listed(block: TextBlock | null | undefined): TextBlock[] {
  return block == null ? [] : [block];
}

/** Adds a piece, as a part of the one before where that is of its kind. */
function add(pieces: MergePiece[], piece: MergePiece): void {
  const last = pieces.at(-1);
  if (piece.kind === 'merged') {
    if (piece.blocks.length === 0) return;
    if (last?.kind === 'merged') last.blocks.push(...piece.blocks);
    else pieces.push({ kind: 'merged', blocks: [...piece.blocks] });
    return;
  }
  if (last?.kind !== 'conflict') {
    pieces.push({ kind: 'conflict', base: [...piece.base], mine: [...piece.mine], theirs: [...piece.theirs] });
    return;
  }
  last.base.push(...piece.base);
  last.mine.push(...piece.mine);
  last.theirs.push(...piece.theirs);
}

/** The text that pieces make together; null where somebody must choose first. */
export function wholeOf(pieces: readonly MergePiece[]): TextDocument | null {
  const blocks: TextBlock[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'conflict') return null;
    blocks.push(...piece.blocks);
  }
  return blocks;
}
