import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanCsv } from './scan-csv.ts';

/** Text as files hold it: mostly what matters to a scanner. */
const piece = fc.constantFrom('a', 'ø', '"', '""', ';', ',', '\t', '\r\n', '\n', ' ', '1.234,50');
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** What csv-parse says; null where it refuses the text. It keeps CRLF inside quotes, which we read as one line end. */
function parseStrictly(input: string): string[][] | null {
  try {
    const records: string[][] = parse(input, {
      delimiter: ';',
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    });
    return records.map((cells) => cells.map((cell) => cell.replace(/\r\n/g, '\n')));
  } catch {
    return null;
  }
}

test('agrees with csv-parse on every text that csv-parse accepts, and finds fault with the others', () => {
  fc.assert(
    fc.property(text, (input) => {
      const expected = parseStrictly(input);
      const { rows, faults } = scanCsv(input, ';');
      if (expected === null) expect(faults).not.toEqual([]);
      else {
        expect(faults).toEqual([]);
        // A line of one quoted blank is a blank line to us, a record to csv-parse.
        const blank = (cells: string[]) => cells.length === 1 && cells[0] === '';
        expect(rows.map(({ cells }) => cells)).toEqual(expected.filter((cells) => !blank(cells)));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('reads back whatever is written with every cell quoted', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 5 })), (records) => {
      const input = records
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
        .join('\r\n');
      const expected = records.map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n')));
      expect(scanCsv(input, ';').rows.map(({ cells }) => cells)).toEqual(expected);
    }),
  );
});

test('rows are the lines that the user sees, also after a quoted line end and blank lines', () => {
  const { rows } = scanCsv('a;b\r\n"1\r\n2\r\n3";x\r\n\r\nc;d\ne;f\rg;h', ';');
  expect(rows).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['1\n2\n3', 'x'] },
    { row: 6, cells: ['c', 'd'] },
    { row: 7, cells: ['e', 'f'] },
    { row: 8, cells: ['g', 'h'] },
  ]);
});

test('wrong quoting is found where it stands, and the rest is read', () => {
  const { rows, faults } = scanCsv('a;5" rør\n"b"x;c\nd;e\nf;"open\ng;h', ';');
  expect(faults).toEqual([
    { row: 1, cell: 1, value: '5" rør', code: 'quote-inside' },
    { row: 2, cell: 0, value: '"b"x', code: 'text-after-quote' },
    { row: 4, cell: 1, value: 'open\ng;h', code: 'quote-not-closed' },
  ]);
  expect(rows[2]).toEqual({ row: 3, cells: ['d', 'e'] });
});
