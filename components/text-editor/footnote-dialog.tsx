'use client';

import { EditorContent } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Inline } from '#lib/domain/report-text.ts';
import { CompletionList } from './completion-list.tsx';
import dialogs from './dialogs.module.css';
import { EditorDialogs, fieldActs } from './editor-dialogs.tsx';
import { DialogButtons } from './field-dialogs.tsx';
import type { FigureSource } from './fields.ts';
import styles from './text-editor.module.css';
import { type EditorDialog, Toolbar } from './toolbar.tsx';
import { useFieldWords } from './use-field-words.ts';
import { readLine, useFocusBack, useTextEditor } from './use-text-editor.ts';

type Footnote = Extract<Inline, { kind: 'footnote' }>;

interface FootnoteDialogProps {
  field: Footnote;
  figures: FigureSource;
  onKeep: (field: Footnote) => void;
  onRemove?: (() => void) | undefined;
  onClose: () => void;
}

/** What a footnote says: one line, with bold, links and figures. */
export function FootnoteDialog(props: FootnoteDialogProps) {
  const t = useTranslations('textEditor.footnote');
  return (
    <Dialog open onClose={props.onClose} title={t('title')}>
      <FootnoteForm {...props} />
    </Dialog>
  );
}

function FootnoteForm({ field, figures, onKeep, onRemove, onClose }: FootnoteDialogProps) {
  const t = useTranslations('textEditor');
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const { editor, completion, onKey, openField, closeField } = useTextEditor({
    start: { line: field.content },
    figures,
    words: useFieldWords(),
    attributes: {
      role: 'textbox',
      'aria-label': t('footnote.text'),
      spellcheck: 'true',
      lang: 'da',
      class: styles.text ?? '',
    },
    onChange: () => setEmpty(false),
  });

  useEffect(() => {
    // The dialog puts the caret first in the line when it opens, which is after this.
    const frame = requestAnimationFrame(() => editor.commands.focus('end'));
    return () => cancelAnimationFrame(frame);
  }, [editor]);

  useFocusBack(editor, dialog !== null || openField !== null);

  function keep(event?: FormEvent) {
    event?.preventDefault();
    const content = readLine(editor);
    if (content.length === 0) setEmpty(true);
    else onKeep({ kind: 'footnote', content });
  }

  /** A line has no second one: Enter keeps it, unless it chooses a figure or opens one. */
  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || completion !== null || 'node' in editor.state.selection) return;
    event.preventDefault();
    event.stopPropagation();
    keep();
  }

  const acts = fieldActs(editor, figures, openField, () => {
    setDialog(null);
    closeField();
  });
  return (
    <>
      <form onSubmit={keep} className={dialogs.form}>
        <div className={styles.editor}>
          <Toolbar editor={editor} isLine onOpen={setDialog} />
          <EditorContent editor={editor} className={styles.line} onKeyDownCapture={handleKey} />
        </div>
        {isEmpty && (
          <p role="alert" className={dialogs.error}>
            {t('footnote.empty')}
          </p>
        )}
        <DialogButtons onRemove={onRemove} onClose={onClose} />
      </form>
      {completion && <CompletionList editor={editor} completion={completion} figures={figures} onKey={onKey} />}
      <EditorDialogs editor={editor} acts={acts} dialog={dialog} openField={openField} />
    </>
  );
}
