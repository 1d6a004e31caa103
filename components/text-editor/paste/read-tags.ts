/** A piece of HTML as it comes: what is neither kind here (comments, declarations) is not told. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; tag: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; tag: string };

/** The names that Word, Outlook and browsers write; every other sign comes as itself or by its number. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: '\u2009',
  shy: '',
  zwnj: '',
  zwj: '',
  ndash: '–',
  mdash: '—',
  minus: '−',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  sect: '§',
  para: '¶',
  deg: '°',
  euro: '€',
  pound: '£',
  plusmn: '±',
  frac12: '½',
  sup2: '²',
  times: '×',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  uuml: 'ü',
  Uuml: 'Ü',
  ccedil: 'ç',
};

const LARGEST_CODE = 0x10ffff;

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]*));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return code > 0 && code <= LARGEST_CODE ? String.fromCodePoint(code) : '';
  });
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** What is no text, however it is written: its content is left out with it. */
const SILENT = new Set(['head', 'style', 'script', 'title', 'xml', 'template', 'noscript', 'svg', 'math', 'object']);

/** A comment, a declaration or conditional marker, a tag, or the text up to the next `<`. */
const PIECE = /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|[^<]+|</gi;

/**
 * Goes through pasted HTML piece by piece. It is read as text and never becomes a page's part: what styles and scripts
 * it brings is seen by no browser.
 */
export function* readTags(html: string): Generator<Piece> {
  let silent: string | null = null;
  for (const [piece, slash, name, attributes = ''] of html.matchAll(PIECE)) {
    const tag = name?.toLowerCase();
    if (silent !== null) {
      if (tag === silent && slash === '/') silent = null;
    } else if (tag === undefined) {
      if (!/^<[!?]/.test(piece)) yield { kind: 'text', text: decode(piece) };
    } else if (slash === '/') yield { kind: 'close', tag };
    else if (SILENT.has(tag)) silent = attributes.endsWith('/') ? null : tag;
    else yield { kind: 'open', tag, attributes: readAttributes(attributes) };
  }
}
