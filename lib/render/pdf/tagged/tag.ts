/**
 * What a node of the layout is to someone who hears the report instead of seeing it (PDF 1.7, 14.8; PDF/UA-1). Put it
 * on a node as `tag`; what has none is taken for what it plainly is:
 *
 * - a text is a paragraph (P), or the content of the element it stands in (heading, cell, caption, note, label);
 * - `ul` and `ol` are a list, each item with its mark and its body; a list within an item is a list within the list;
 * - `table` is a table, its `headerRows` column heads; a head that repeats on the next page is not heard again; where no
 *   cell is a head, the first of each row is;
 * - `stack` and `columns` are nothing by themselves: their parts are heard in their order;
 * - links (`link`, `linkToDestination`) are links, one for as many words as lead to the same place;
 * - a bold run within a text that is not bold is a Span;
 * - a `canvas` is decoration, and so are an `image` and an `svg`, unless they stand in a Figure;
 * - soft hyphens are places where a word may be divided, seen as a hyphen where it is, and not heard.
 *
 * What is heard comes in the order of the nodes, whatever page each part falls on. Nodes whose tags have the same type
 * and the same object as `key` are one element, which stands where the first of them does.
 */
export type Tag =
  | { type: HeadingType; key?: object }
  /** A heading that many levels under the last heading with a level of its own, so that no level is ever skipped. */
  | { type: 'H'; below: 1 | 2 | 3; key?: object }
  /** The rows of `table` go to `part`; its cells need no tag. In a node of another kind, rows and cells are by hand. */
  | { type: 'Table'; key?: object; part?: TablePart }
  | { type: 'TH'; scope: 'Column' | 'Row' }
  /** `colSpan` is for a cell made by hand; what the cells of a `table` span is known. */
  | { type: 'TD'; colSpan?: number }
  /** Its alternative text is read instead of what it draws, its words included. */
  | { type: 'Figure'; alt: string }
  | { type: PlainType; key?: object }
  /** Seen and not heard: rules, marks beside a word that says the same, ornaments. */
  | { type: 'Artifact' };

export type HeadingType = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6';
type TablePart = 'THead' | 'TBody' | 'TFoot';
export type PlainType = BlockType | RunType;
type BlockType =
  | 'Div'
  | 'P'
  | 'BlockQuote'
  | 'Caption'
  | 'Note'
  | 'TR'
  /** A list made by hand: L holds LI, which holds Lbl (the term) and LBody (what is said of it). */
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  /** The contents: TOC holds TOCI, whose texts link to their headings. */
  | 'TOC'
  | 'TOCI';
/** For runs within a text: a stretch of words, a mark that refers to a note (whose own mark is its Lbl). */
type RunType = 'Span' | 'Reference';
