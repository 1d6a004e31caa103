import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import styles from './text-editor.module.css';

/** Words of a text that something is to be said of. */
export interface PointedAt {
  /** The block's place in the text, from 0. */
  block: number;
  /** Within the block: nothing for paragraphs and headings, the item of a list, row and cell of a table; from 0. */
  path: readonly number[];
  /** Which part of the line is the footnote that the words stand in; null for the line itself. */
  footnote: number | null;
  /** Where they begin and end in their line; a field counts as one sign. */
  from: number;
  to: number;
}

export interface Pointed extends PointedAt {
  isGrave: boolean;
}

const KEY = new PluginKey<DecorationSet>('pointed');

/** The paragraph of a line, and the position before what is in it; null where there is none. */
function findLine(doc: DocumentNode, { block, path }: PointedAt): { node: DocumentNode; start: number } | null {
  let node = doc;
  let start = 0;
  for (const index of [block, ...path]) {
    if (index >= node.childCount) return null;
    for (let before = 0; before < index; before += 1) start += node.child(before).nodeSize;
    node = node.child(index);
    start += 1;
  }
  // What an item or a cell holds is one paragraph.
  const line = node.isTextblock ? node : node.firstChild;
  if (!line?.isTextblock) return null;
  return { node: line, start: node.isTextblock ? start : start + 1 };
}

/** Where words of a text stand in the editor, a footnote's where its mark is; null where they do not any more. */
export function locate(doc: DocumentNode, at: PointedAt): [number, number] | null {
  const line = findLine(doc, at);
  if (line === null) return null;
  const { node, start } = line;
  if (at.footnote === null) return at.to > node.content.size ? null : [start + at.from, start + at.to];
  if (at.footnote >= node.childCount || node.child(at.footnote).type.name !== 'footnote') return null;
  let mark = start;
  for (let before = 0; before < at.footnote; before += 1) mark += node.child(before).nodeSize;
  return [mark, mark + 1];
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
