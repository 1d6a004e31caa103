import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { fieldAttributes } from '../field-attributes.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeSigns = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

function writeInline(part: Inline): string {
  if (part.kind !== 'text') {
    const attributes = Object.entries(fieldAttributes(part)).map(([name, value]) => ` ${name}="${escapeSigns(value)}"`);
    return `<span${attributes.join('')}></span>`;
  }
  const words = part.bold ? `<strong>${escapeSigns(part.text)}</strong>` : escapeSigns(part.text);
  return part.link === undefined ? words : `<a href="${escapeSigns(part.link)}">${words}</a>`;
}

const writeLine = (line: readonly Inline[]) => line.map(writeInline).join('');

function writeBlock(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${writeLine(block.content)}</p>`;
    case 'heading':
      return `<h${block.level}>${writeLine(block.content)}</h${block.level}>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li><p>${writeLine(item)}</p></li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const rows = block.rows.map((row, index) => {
        const cell = block.head && index === 0 ? 'th' : 'td';
        return `<tr>${row.map((line) => `<${cell}><p>${writeLine(line)}</p></${cell}>`).join('')}</tr>`;
      });
      return `<table><tbody>${rows.join('')}</tbody></table>`;
    }
  }
}

/** A text as HTML of nothing but what the editor reads: no looks of its own. */
export function writeHtml(document: TextDocument): string {
  return document.map(writeBlock).join('');
}
