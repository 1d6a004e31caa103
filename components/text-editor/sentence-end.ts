import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { startsWithStop } from '#lib/format/full-stop.ts';

const KEY = new PluginKey<DecorationSet>('sentenceEnd');

/** Where the figures of a text stand that a full stop follows: from and to, footnotes between them apart. */
export function figuresBeforeStop(doc: DocumentNode): [number, number][] {
  const found: [number, number][] = [];
  doc.descendants((line, position) => {
    if (!line.isTextblock) return true;
    let at = position + 1;
    let figure: [number, number] | null = null;
    for (const child of line.children) {
      const end = at + child.nodeSize;
      if (child.type.name === 'figure') figure = [at, end];
      else if (child.type.name !== 'footnote') {
        if (figure !== null && startsWithStop(child.text ?? '')) found.push(figure);
        figure = null;
      }
      at = end;
    }
    return false;
  });
  return found;
}

function decorate(doc: DocumentNode): DecorationSet {
  return DecorationSet.create(
    doc,
    figuresBeforeStop(doc).map(([from, to]) => Decoration.node(from, to, { 'data-before-stop': 'true' })),
  );
}

/** A figure in `kr.` before a full stop is shown without its own, as the report prints it. */
export const SentenceEnd = Extension.create({
  name: 'sentenceEnd',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: (_config, { doc }) => decorate(doc),
          apply: ({ docChanged, doc }, known) => (docChanged ? decorate(doc) : known),
        },
        props: { decorations: (state) => KEY.getState(state) },
      }),
    ];
  },
});
