'use client';

import { Selection } from '@tiptap/pm/state';
import { type Editor, EditorContent } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useState } from 'react';
import type { TextDocument } from '#lib/domain/report-text.ts';
import { CompletionList } from './completion-list.tsx';
import { type Field, isFootnote, replaceInLine, toEditor } from './document.ts';
import { EditorDialogs, fieldActs } from './editor-dialogs.tsx';
import type { FigureSource } from './fields.ts';
import { FootnoteDialog } from './footnote-dialog.tsx';
import { locate, type Pointed, type PointedAt, pointOut } from './pointed.ts';
import styles from './text-editor.module.css';
import { type EditorDialog, Toolbar } from './toolbar.tsx';
import { useFieldWords } from './use-field-words.ts';
import { replaceField, useFocusBack, useTextEditor } from './use-text-editor.ts';

/** What whoever shows the editor can do to it. */
export interface TextEditorHandle {
  focus: () => void;
  /** Puts another text in its place; it can be undone. */
  set: (document: TextDocument) => void;
  /** Puts a field where words stand. @returns whether they stood there */
  replace: (at: PointedAt, field: Field) => boolean;
  /** Selects words. */
  goTo: (at: PointedAt) => void;
}

interface TextEditorProps {
  label: string;
  /** Id of what describes it. */
  describedBy?: string | undefined;
  /** What it begins with. */
  document: TextDocument;
  /** The level on the page of the upper of its two headings. */
  topLevel: number;
  figures: FigureSource;
  /** Words that something is said of; they are underlined. */
  pointed?: readonly Pointed[];
  onChange: (document: TextDocument) => void;
  ref?: Ref<TextEditorHandle>;
}

const NO_WORDS: readonly Pointed[] = [];
const NEW_FOOTNOTE = { kind: 'footnote' as const, content: [] };

/** With Ctrl and Alt; Ctrl+K is the palette's everywhere. */
const DIALOG_KEYS: Readonly<Record<string, EditorDialog>> = { KeyK: 'link', KeyV: 'choice', KeyF: 'footnote' };

/**
 * Where a text is written: paragraphs, two levels of headings, bold, lists, links, footnotes, small tables, and figures
 * that follow what they are of. Everything can be done by keys, and what is pasted is made into the same.
 */
export function TextEditor({
  label,
  describedBy,
  document,
  topLevel,
  figures,
  pointed = NO_WORDS,
  onChange,
  ref,
}: TextEditorProps) {
  const t = useTranslations('textEditor');
  const helpId = useId();
  const words = useFieldWords();
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  const { editor, completion, onKey, openField, closeField } = useTextEditor({
    start: { document, topLevel },
    figures,
    words,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-describedby': [describedBy, helpId].filter((id) => id !== undefined).join(' '),
      spellcheck: 'true',
      lang: 'da',
      class: styles.text ?? '',
    },
    onChange: (read) => onChange(read()),
  });

  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor.commands.focus('end'),
      set: (next) => setText(editor, next),
      replace: (at, field) => replaceWords(editor, at, field),
      goTo: (at) => {
        const range = locate(editor.state.doc, at);
        if (range !== null)
          editor.chain().focus().setTextSelection({ from: range[0], to: range[1] }).scrollIntoView().run();
      },
    }),
    [editor],
  );

  useEffect(() => pointOut(editor.view, pointed), [editor, pointed]);
  useFocusBack(editor, dialog !== null || openField !== null);

  function handleKey(event: KeyboardEvent) {
    if (!event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const opened = DIALOG_KEYS[event.code];
    if (opened === undefined) return;
    event.preventDefault();
    setDialog(opened);
  }

  const acts = fieldActs(editor, figures, openField, () => {
    setDialog(null);
    closeField();
  });
  const footnote = openField?.field.kind === 'footnote' ? openField.field : dialog === 'footnote' ? NEW_FOOTNOTE : null;
  return (
    <div className={styles.editor}>
      <Toolbar editor={editor} isLine={false} onOpen={setDialog} />
      <EditorContent editor={editor} className={styles.paper} onKeyDown={handleKey} />
      <p id={helpId} className={styles.help}>
        {t('help', { braces: '{{' })}
      </p>
      {completion && <CompletionList editor={editor} completion={completion} figures={figures} onKey={onKey} />}
      <EditorDialogs editor={editor} acts={acts} dialog={dialog} openField={openField} />
      {footnote && <FootnoteDialog {...acts} field={footnote} />}
    </div>
  );
}

/** Puts a field where words stand, in a footnote too. @returns whether they stood there */
function replaceWords(editor: Editor, at: PointedAt, field: Field): boolean {
  const range = locate(editor.state.doc, at);
  if (range === null) return false;
  const [from, to] = range;
  if (at.footnote === null) {
    editor
      .chain()
      .focus()
      .insertContentAt({ from, to }, { type: field.kind, attrs: { value: field } })
      .run();
    return true;
  }
  const note: unknown = editor.state.doc.nodeAt(from)?.attrs.value;
  if (!isFootnote(note)) return false;
  replaceField(editor, from, { kind: 'footnote', content: replaceInLine(note.content, at.from, at.to, field) });
  return true;
}

/** Puts another text in an editor, and the caret about where it was. */
function setText(editor: Editor, document: TextDocument): void {
  const { from } = editor.state.selection;
  editor
    .chain()
    .setContent(toEditor(document), { emitUpdate: true })
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))));
      return true;
    })
    .run();
}
