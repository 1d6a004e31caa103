'use client';

import type { EditorProps } from '@tiptap/pm/view';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Inline, TextDocument } from '#lib/domain/report-text.ts';
import { type Completion, FigureCompletion } from './completion.ts';
import { type Field, fromEditor, fromEditorLine, toEditor, toEditorLine } from './document.ts';
import type { FieldWords } from './field-nodes.ts';
import { type FigureSource, LiveFigures } from './fields.ts';
import { readHtml } from './paste/read-html.ts';
import { writeHtml } from './paste/write-html.ts';
import { PointedOut } from './pointed.ts';
import { lineExtensions, textExtensions } from './schema.ts';
import { SentenceEnd } from './sentence-end.ts';

/** A field that is being looked at, and where it stands. */
export interface OpenField {
  field: Field;
  position: number;
}

interface TextEditorOptions {
  /** What it begins with: a whole text, with the level on the page of its upper headings, or the one line of a footnote. */
  start: { document: TextDocument; topLevel: number } | { line: readonly Inline[] };
  figures: FigureSource;
  words: FieldWords;
  /** Attributes of the element that is written in, from when it is made: its name, its description. */
  attributes: Record<string, string>;
  onChange: (read: () => TextDocument) => void;
}

const FIELD_NODES: ReadonlySet<string> = new Set(['figure', 'choice', 'footnote']);

/** Copied from an editor of ours, and read as it is. */
const OWN_SLICE = /data-pm-slice/;

/** What is pasted is read by us before any browser makes a page of it. */
function cleanPaste(html: string): string {
  return OWN_SLICE.test(html) ? html : writeHtml(readHtml(html));
}

/** An editor of a text, what is being completed in it, and the field that was opened. */
export function useTextEditor({ start, figures, words, attributes, onChange }: TextEditorOptions) {
  const [completion, setCompletion] = useState<Completion | null>(null);
  const [openField, setOpenField] = useState<OpenField | null>(null);
  const onKey = useRef<(event: KeyboardEvent) => boolean>(() => false);
  const changed = useRef(onChange);
  const [live] = useState(() => new LiveFigures(figures));
  const [setup] = useState(() => {
    const fields = {
      figures: live,
      words,
      open: (field: Field, position: number) => setOpenField({ field, position }),
    };
    const isLine = 'line' in start;
    return {
      extensions: [
        ...(isLine ? lineExtensions(fields) : textExtensions(fields, start.topLevel)),
        FigureCompletion.configure({
          figures: live,
          tell: setCompletion,
          onKey: (event: KeyboardEvent) => onKey.current(event),
        }),
        PointedOut,
        SentenceEnd,
      ],
      content: isLine ? toEditorLine(start.line) : toEditor(start.document),
      editorProps: {
        attributes,
        transformPastedHTML: cleanPaste,
        handleClickOn: (_view, _position, node, position, event) => {
          if (!FIELD_NODES.has(node.type.name) || event.button !== 0) return false;
          setOpenField({ field: node.attrs.value, position });
          return false;
        },
      } satisfies EditorProps,
    };
  });

  useEffect(() => {
    changed.current = onChange;
    live.replace(figures);
  });

  const editor = useEditor({
    extensions: setup.extensions,
    content: setup.content,
    editorProps: setup.editorProps,
    injectCSS: false,
    // It is loaded in the browser only.
    immediatelyRender: true,
    onUpdate: ({ editor: updated }) => changed.current(() => fromEditor(updated.getJSON())),
  });

  return { editor, live, completion, onKey, openField, closeField: () => setOpenField(null) };
}

/** Gives the focus back to an editor once its dialog is gone: before, nothing outside the dialog can have it. */
export function useFocusBack(editor: Editor, hasDialog: boolean): void {
  useEffect(() => {
    if (!hasDialog) return;
    return () => {
      if (!editor.isDestroyed) editor.view.focus();
    };
  }, [editor, hasDialog]);
}

/** The one line of an editor of a footnote. */
export function readLine(editor: Editor): Inline[] {
  const [paragraph] = editor.getJSON().content ?? [];
  return paragraph ? fromEditorLine(paragraph) : [];
}

/** Puts another field where one stands; null takes it away. */
export function replaceField(editor: Editor, position: number, field: Field | null): void {
  const { state, view } = editor;
  const node = state.doc.nodeAt(position);
  if (node === null) return;
  const transaction = state.tr;
  if (field === null) transaction.delete(position, position + node.nodeSize);
  else {
    const type = state.schema.nodes[field.kind];
    if (type)
      transaction.replaceWith(position, position + node.nodeSize, type.create({ value: field }, null, node.marks));
  }
  view.dispatch(transaction);
}
