import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import styles from './text-editor.module.css';

/**
 * Words of a text that something is to be said of. `block` is its place in the document; `line` the item of a list or
 * the cell of a table, counted along the rows, 0 elsewhere; `part` the part of the line that the words stand in, and
 * `from` how many signs of it stand before them.
 */
export interface PointedAt {
  block: number;
  line: number;
  part: number;
  from: number;
  length: number;
}

export interface Pointed extends PointedAt {
  id: string;
  isGrave: boolean;
}

const KEY = new PluginKey<DecorationSet>('pointed');

/** The paragraph of a block's line, and the position before what is in it. */
function findLine(block: DocumentNode, at: number, line: number): { node: DocumentNode; start: number } | null {
  const found: { node: DocumentNode; start: number }[] = [];
  if (block.isTextblock) return line === 0 ? { node: block, start: at + 1 } : null;
  block.descendants((node, offset) => {
    if (!node.isTextblock) return true;
    found.push({ node, start: at + 1 + offset + 1 });
    return false;
  });
  return found[line] ?? null;
}

/** Where words of a text stand in the editor; null where they do not any more. */
export function locate(doc: DocumentNode, { block, line, part, from, length }: PointedAt): [number, number] | null {
  if (block >= doc.childCount) return null;
  let at = 0;
  for (let index = 0; index < block; index += 1) at += doc.child(index).nodeSize;
  const found = findLine(doc.child(block), at, line);
  if (found === null || part >= found.node.childCount) return null;
  let start = found.start + from;
  for (let index = 0; index < part; index += 1) start += found.node.child(index).nodeSize;
  return from + length > found.node.child(part).nodeSize ? null : [start, start + length];
}

/** Underlines words; they stay underlined where they go while one types, until other ones are. */
export const PointedOut = Extension.create({
  name: 'pointedOut',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, known, _before, state) => {
            const pointed: readonly Pointed[] | undefined = transaction.getMeta(KEY);
            if (pointed === undefined) return known.map(transaction.mapping, state.doc);
            const decorations = pointed.flatMap((one) => {
              const range = locate(state.doc, one);
              return range
                ? [Decoration.inline(...range, { class: styles.pointed ?? '', 'data-grave': String(one.isGrave) })]
                : [];
            });
            return DecorationSet.create(state.doc, decorations);
          },
        },
        props: { decorations: (state) => KEY.getState(state) },
      }),
    ];
  },
});

export function pointOut(view: EditorView, pointed: readonly Pointed[]): void {
  view.dispatch(view.state.tr.setMeta(KEY, pointed).setMeta('addToHistory', false));
}
