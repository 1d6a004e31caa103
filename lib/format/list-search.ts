import { displayedText, type ListColumn } from './list.ts';

/** Rows with the text that a search looks in. Made a part at a time, so that it can be made ready between two keys. */
interface SearchIndex<Row> {
  /** The rows that hold every word of the query. */
  find: (rows: readonly Row[], query: string) => readonly Row[];
  /** Makes the next `count` rows ready; whether all are. */
  prepare: (count: number) => boolean;
}

/** As texts and queries are compared: any case, and the minus that is shown like the one that is typed. */
function fold(text: string): string {
  return text.replaceAll('\u2212', '-').toLocaleLowerCase('da');
}

/** An index over what stands in every cell of the rows, shown or not. */
export function indexRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
): SearchIndex<Row> {
  const texts = new Map<Row, string>();
  let ready = 0;
  const textOf = (row: Row): string => {
    const made = texts.get(row);
    if (made !== undefined) return made;
    const text = fold(columns.map((column) => displayedText(column, row)).join('\n'));
    texts.set(row, text);
    return text;
  };
  return {
    find: (among, query) => {
      const words = fold(query).split(/\s+/).filter(Boolean);
      if (words.length === 0) return among;
      return among.filter((row) => {
        const text = textOf(row);
        return words.every((word) => text.includes(word));
      });
    },
    prepare: (count) => {
      for (const row of rows.slice(ready, ready + count)) textOf(row);
      ready = Math.min(rows.length, ready + count);
      return ready === rows.length;
    },
  };
}
