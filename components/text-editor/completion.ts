import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { LiveFigures } from './fields.ts';
import styles from './text-editor.module.css';

/** What is typed after `{{`, and where: it becomes a figure. */
export interface Completion {
  /** Position before the braces, and after what is typed. */
  from: number;
  to: number;
  query: string;
}

interface CompletionOptions {
  figures: LiveFigures;
  /** Null: nothing is being completed. */
  tell: (completion: Completion | null) => void;
  /** @returns whether the key meant something to the list */
  onKey: (event: KeyboardEvent) => boolean;
}

interface Typed {
  completion: Completion | null;
  /** Where Esc was pressed: the same braces ask no more. */
  dismissed: number | null;
}

const KEY = new PluginKey<Typed>('completion');

/** Longer than any search; braces that stand alone in prose end it. */
const OPEN_BRACES = /\{\{([^{}]{0,80})$/;
const WHOLE_FIELD = /\{\{\s*([^{}]{1,180}?)\s*\}\}$/;

function readTyped({ selection }: EditorState): Completion | null {
  if (!selection.empty) return null;
  const { $from, from } = selection;
  const before = $from.nodeBefore?.isText ? ($from.nodeBefore.text ?? '') : '';
  const match = OPEN_BRACES.exec(before);
  return match ? { from: from - match[0].length, to: from, query: (match[1] ?? '').trimStart() } : null;
}

/** Puts a figure where braces were typed, as the report writes it. */
export function putFigure(view: EditorView, { from, to }: Pick<Completion, 'from' | 'to'>, key: string): void {
  const { state } = view;
  const node = state.schema.nodes.figure?.create(
    { value: { kind: 'figure', key, unit: 'usual' } },
    null,
    // What was typed in bold is bold.
    state.doc
      .resolve(to)
      .marks()
      .filter(({ type }) => type.name === 'bold'),
  );
  if (node) view.dispatch(state.tr.replaceWith(from, to, node).scrollIntoView());
  view.focus();
}

/** Takes `{{` as a question for a figure, and `{{key}}` as the figure of that key. */
export const FigureCompletion = Extension.create<CompletionOptions>({
  name: 'figureCompletion',
  // Its keys come before those of lists and tables.
  priority: 1_000,
  addProseMirrorPlugins() {
    const { figures, tell, onKey } = this.options;
    return [
      new Plugin<Typed>({
        key: KEY,
        state: {
          init: () => ({ completion: null, dismissed: null }),
          apply: (transaction, { completion: known, dismissed }, _before, state) => {
            if (transaction.getMeta(KEY) === 'dismiss') return { completion: null, dismissed: known?.from ?? null };
            const completion = readTyped(state);
            const asksNoMore = dismissed === null ? null : transaction.mapping.map(dismissed);
            if (completion === null) return { completion, dismissed: null };
            return { completion: completion.from === asksNoMore ? null : completion, dismissed: asksNoMore };
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            if ((KEY.getState(view.state)?.completion ?? null) === null) return false;
            if (event.key !== 'Escape') return onKey(event);
            view.dispatch(view.state.tr.setMeta(KEY, 'dismiss'));
            return true;
          },
          handleTextInput: (view, from, to, text) => {
            if (!text.endsWith('}')) return false;
            const { $from } = view.state.selection;
            const before = $from.nodeBefore?.isText ? ($from.nodeBefore.text ?? '') : '';
            const match = WHOLE_FIELD.exec(before + text);
            const key = match?.[1];
            if (match === null || key === undefined || figures.current.find(key) === null) return false;
            putFigure(view, { from: from - (match[0].length - text.length), to }, key);
            return true;
          },
          decorations: (state) => {
            const completion = KEY.getState(state)?.completion ?? null;
            if (completion === null) return null;
            const { from, to } = completion;
            return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: styles.typedField ?? '' })]);
          },
        },
        view: () => ({
          update: (view, before) => {
            const completion = KEY.getState(view.state)?.completion ?? null;
            if (completion !== (KEY.getState(before)?.completion ?? null)) tell(completion);
          },
          destroy: () => tell(null),
        }),
      }),
    ];
  },
});

/** Stops asking for a figure where it is asked now. */
export function dismissCompletion(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(KEY, 'dismiss'));
}
