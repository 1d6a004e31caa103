'use client';

import type { Editor } from '@tiptap/react';
import type { Field } from './document.ts';
import { ChoiceDialog, FigureDialog, LinkDialog, NEW_CHOICE } from './field-dialogs.tsx';
import type { FigureSource } from './fields.ts';
import type { EditorDialog } from './toolbar.tsx';
import { type OpenField, replaceField } from './use-text-editor.ts';

/** What a dialog does with the field that it shows. */
export interface FieldActs {
  figures: FigureSource;
  onKeep: (field: Field) => void;
  onRemove?: (() => void) | undefined;
  onClose: () => void;
}

/** What the dialogs of an editor do: put a new field at the caret, or another one where one stands. */
export function fieldActs(
  editor: Editor,
  figures: FigureSource,
  openField: OpenField | null,
  onClose: () => void,
): FieldActs {
  if (openField === null) {
    return {
      figures,
      onKeep: (field) => {
        editor.commands.insertContent({ type: field.kind, attrs: { value: field } });
        onClose();
      },
      onClose,
    };
  }
  const put = (field: Field | null) => {
    replaceField(editor, openField.position, field);
    onClose();
  };
  return { figures, onKeep: put, onRemove: () => put(null), onClose };
}

interface EditorDialogsProps {
  editor: Editor;
  acts: FieldActs;
  dialog: EditorDialog | null;
  openField: OpenField | null;
}

/** The dialogs that an editor of any text has: of a link, a figure and a choice. */
export function EditorDialogs({ editor, acts, dialog, openField }: EditorDialogsProps) {
  const field = openField?.field;
  return (
    <>
      {dialog === 'link' && <LinkDialog editor={editor} onClose={acts.onClose} />}
      {dialog === 'choice' && <ChoiceDialog {...acts} field={NEW_CHOICE} />}
      {field?.kind === 'figure' && <FigureDialog {...acts} field={field} />}
      {field?.kind === 'choice' && <ChoiceDialog {...acts} field={field} />}
    </>
  );
}
