import { Node, type NodeViewRendererProps, nodePasteRule } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import type { Inline } from '#lib/domain/report-text.ts';
import { type Field, fromEditorLine } from './document.ts';
import { FIELD_SELECTOR, fieldAttributes, readField } from './field-attributes.ts';
import type { LiveFigures } from './fields.ts';
import styles from './text-editor.module.css';

/** What the editor says of its fields, in the reader's language. */
export interface FieldWords {
  missing: (key: string) => string;
  emptyChoice: string;
  /** `text`: what the footnote says. */
  footnote: (text: string) => string;
  /** The figure behind what is shown. */
  figure: (label: string, key: string) => string;
}

export interface FieldOptions {
  figures: LiveFigures;
  words: FieldWords;
  /** A field was clicked, or Enter pressed on it. */
  open: (field: Field, position: number) => void;
}

/** How a field looks where it stands. */
interface Shown {
  text: string;
  title: string;
  isMissing: boolean;
}

/** What a line says without its fields' looks: for a footnote's accessible name. */
function sayLine(line: readonly Inline[], figures: LiveFigures): string {
  return line
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'figure') return figures.current.write(part) ?? part.key;
      return part.kind === 'choice' ? (figures.current.choose(part, line) ?? part.key) : '';
    })
    .join('');
}

/** @param line in which the field stands */
function show(field: Field, line: readonly Inline[], { figures, words }: FieldOptions): Shown {
  if (field.kind === 'footnote') {
    return { text: '', title: words.footnote(sayLine(field.content, figures)), isMissing: false };
  }
  const { current } = figures;
  const known = current.find(field.key);
  const written = field.kind === 'figure' ? current.write(field) : current.choose(field, line);
  if (known === null || written === null) {
    return { text: words.missing(field.key), title: words.missing(field.key), isMissing: true };
  }
  return { text: written || words.emptyChoice, title: words.figure(known.label, field.key), isMissing: false };
}

/** What is shown, its last full stop by itself: it is hidden where the sentence ends there too. */
function inParts(text: string): (Text | HTMLElement)[] {
  if (!text.endsWith('.')) return [document.createTextNode(text)];
  const stop = document.createElement('span');
  stop.className = styles.stop ?? '';
  stop.textContent = '.';
  return [document.createTextNode(text.slice(0, -1)), stop];
}

const fieldOf = (node: DocumentNode): Field => node.attrs.value;
const lineOf = (parent: DocumentNode): Inline[] => fromEditorLine(parent.toJSON());

/** The element of a field in the editor, which follows its figure for as long as it is shown. */
function viewField({ node, view, getPos, editor }: NodeViewRendererProps, options: FieldOptions): NodeView {
  const dom = document.createElement('span');
  dom.contentEditable = 'false';
  let field = fieldOf(node);
  const paint = () => {
    const at = getPos();
    const line = field.kind === 'choice' && at !== undefined ? lineOf(view.state.doc.resolve(at).parent) : [];
    const { text, title, isMissing } = show(field, line, options);
    dom.className = styles[field.kind] ?? '';
    dom.replaceChildren(...inParts(text));
    dom.title = title;
    dom.dataset.missing = String(isMissing);
    if (field.kind === 'footnote') {
      dom.setAttribute('role', 'img');
      dom.setAttribute('aria-label', title);
    }
  };
  paint();
  const silence = options.figures.listen(paint);
  // What is written beside a choice can choose other words of it.
  if (field.kind === 'choice') editor.on('update', paint);
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      field = fieldOf(next);
      paint();
      return true;
    },
    destroy: () => {
      silence();
      editor.off('update', paint);
    },
    ignoreMutation: () => true,
  };
}

/** A node that stands in a line as one sign. What it is lies in its `value`. */
function fieldNode(kind: Field['kind']) {
  return Node.create<FieldOptions>({
    name: kind,
    group: 'inline',
    inline: true,
    atom: true,
    marks: '',
    addAttributes() {
      return { value: { default: null, rendered: false } };
    },
    parseHTML() {
      return [
        {
          tag: FIELD_SELECTOR,
          getAttrs: (element) => {
            const value = readField(element);
            return value?.kind === kind ? { value } : false;
          },
        },
      ];
    },
    renderHTML({ node }) {
      const field = fieldOf(node);
      return ['span', fieldAttributes(field), show(field, [], this.options).text];
    },
    renderText({ node, parent }) {
      return show(fieldOf(node), lineOf(parent), this.options).text;
    },
    addNodeView() {
      return (props) => viewField(props, this.options);
    },
    addKeyboardShortcuts() {
      const openSelected = () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== kind) return false;
        this.options.open(fieldOf(selection.node), selection.from);
        return true;
      };
      return { Enter: openSelected };
    },
  });
}

const TYPED_FIELD = /\{\{\s*([^{}]{1,180}?)\s*\}\}/g;

/** A figure, also where its key is pasted in braces. */
export const FigureNode = fieldNode('figure').extend({
  addPasteRules() {
    return [
      nodePasteRule({
        find: TYPED_FIELD,
        type: this.type,
        getAttributes: ([, key = '']) =>
          this.options.figures.current.find(key) === null ? false : { value: { kind: 'figure', key, unit: 'usual' } },
      }),
    ];
  },
});
export const ChoiceNode = fieldNode('choice');
export const FootnoteNode = fieldNode('footnote');
