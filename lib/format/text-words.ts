import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';

/** A line of a text as it is typed: a figure by its key, a choice by its figure and its words, a footnote in brackets. */
function lineWords(line: readonly Inline[]): string {
  return line.map(inlineWords).join('');
}

function inlineWords(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'figure':
      return `{{${inline.key}}}`;
    case 'choice': {
      const { by: _by, ...words } = inline.choice;
      return `{{${inline.key}: ${Object.values(words).join(' / ')}}}`;
    }
    case 'footnote':
      return ` [${lineWords(inline.content)}]`;
  }
}

/** The words of a block: items and rows a line each, cells apart by a tab. */
export function blockWords(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return lineWords(block.content);
    case 'list':
      return block.items.map(lineWords).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(lineWords).join('\t')).join('\n');
  }
}

/** The words of a text, its blocks a line apart, without how they look: what the trail tells. */
export function documentWords(document: TextDocument): string {
  return document.map(blockWords).join('\n');
}
