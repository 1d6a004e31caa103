import { Node, textblockTypeInputRule } from '@tiptap/core';

interface HeadingOptions {
  /** The level on the page of the upper of a text's two headings. */
  topLevel: number;
}

/** A text's headings, of two levels, under the heading of the page that the text stands under. */
export const Heading = Node.create<HeadingOptions>({
  name: 'heading',
  content: 'inline*',
  group: 'block',
  defining: true,
  addOptions() {
    return { topLevel: 1 };
  },
  addAttributes() {
    return { level: { default: 1, rendered: false } };
  },
  parseHTML() {
    return [
      { tag: '[data-heading="1"]', attrs: { level: 1 } },
      { tag: '[data-heading="2"]', attrs: { level: 2 } },
      { tag: 'h1', attrs: { level: 1 } },
      { tag: 'h2', attrs: { level: 2 } },
    ];
  },
  renderHTML({ node }) {
    const level = node.attrs.level === 2 ? 2 : 1;
    return [`h${this.options.topLevel + level - 1}`, { 'data-heading': level }, 0];
  },
  addKeyboardShortcuts() {
    const toggle = (level: 1 | 2) => () => this.editor.commands.toggleNode(this.name, 'paragraph', { level });
    return { 'Mod-Alt-1': toggle(1), 'Mod-Alt-2': toggle(2) };
  },
  addInputRules() {
    return ([1, 2] as const).map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});
