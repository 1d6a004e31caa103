import { type Extensions, Mark, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { ChoiceNode, type FieldOptions, FigureNode, FootnoteNode } from './field-nodes.ts';
import { Heading } from './heading.ts';

/** What a reader can follow from paper and screen; never a script. The same as what is stored (lib/schemas). */
export const LINK = /^(?:https?:\/\/|mailto:)\S+$/i;

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href') ?? '';
          return LINK.test(href) ? { href } : false;
        },
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['a', HTMLAttributes, 0];
  },
});

/** An item holds one line: a list in the report has no lists in it. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML() {
    return [{ tag: 'li' }];
  },
  renderHTML() {
    return ['li', 0];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** Columns take the width that they need, and no cell spans others. */
const PlainTable = Table.extend({
  renderHTML() {
    return ['table', ['tbody', 0]];
  },
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      // From the last cell one leaves the table, as one leaves everything else.
      Tab: () => this.editor.commands.goToNextCell(),
      // Ends the cell's line where the table itself would be split.
      Enter: () => {
        const { $from } = this.editor.state.selection;
        if ($from.depth < 3 || $from.node(-1).type.spec.tableRole === undefined) return false;
        this.editor.commands.goToNextCell();
        return true;
      },
    };
  },
});

/** Without attributes that could be written into a page; the table's own reckoning needs the spans. */
const SPANS = {
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

const UNUSED = {
  blockquote: false,
  code: false,
  codeBlock: false,
  hardBreak: false,
  horizontalRule: false,
  italic: false,
  strike: false,
  underline: false,
  heading: false,
  link: false,
  listItem: false,
  listKeymap: false,
} as const;

/**
 * Exactly what a text of the report can hold (lib/domain/report-text.ts).
 * @param topLevel the level on the page of the upper of its headings
 */
export function textExtensions(fields: FieldOptions, topLevel: number): Extensions {
  return [
    StarterKit.configure({ ...UNUSED, dropcursor: false }),
    Heading.configure({ topLevel }),
    Link,
    ListItem,
    PlainTable.configure({ View: null }),
    TableRow,
    TableCell.extend({ content: 'paragraph', addAttributes: () => SPANS }),
    TableHeader.extend({ content: 'paragraph', addAttributes: () => SPANS }),
    FigureNode.configure(fields),
    ChoiceNode.configure(fields),
    FootnoteNode.configure(fields),
  ];
}

/** As much of it as a footnote can hold: one line, without footnotes of its own. */
export function lineExtensions(fields: FieldOptions): Extensions {
  return [
    StarterKit.configure({
      ...UNUSED,
      document: false,
      bulletList: false,
      orderedList: false,
      gapcursor: false,
      dropcursor: false,
      trailingNode: false,
    }),
    Node.create({ name: 'doc', topNode: true, content: 'paragraph' }),
    Link,
    FigureNode.configure(fields),
    ChoiceNode.configure(fields),
  ];
}
