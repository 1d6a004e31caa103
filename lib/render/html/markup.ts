/** Markup that is safe to put in a page. Only the functions here make it, and they escape every text. */
export interface Markup {
  readonly html: string;
}

type Content = Markup | string | number | null | Content[];

/** `text` for the content of an element or a quoted attribute. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function toHtml(content: Content): string {
  if (content === null) return '';
  if (Array.isArray(content)) return content.map(toHtml).join('');
  if (typeof content === 'object') return content.html;
  return escapeText(String(content));
}

/** A template whose literal parts are markup and whose values are texts, escaped, unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  const pieces = parts.map((part, index) => (index === 0 ? part : toHtml(values[index - 1] ?? null) + part));
  return { html: pieces.join('') };
}

/** Text of our own that is markup already, such as the style sheet. */
export function trusted(source: string): Markup {
  return { html: source };
}
