import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTabbed, writeMarkup, writeTabbed } from './clipboard.ts';

describe('what Excel and LibreOffice put on the clipboard', () => {
  test.each([
    ['one cell of Excel, with its line end', '91500001\r\n', [['91500001']]],
    ['one cell without', '1.234,50', [['1.234,50']]],
    [
      'two columns, three rows',
      'a\tb\r\nc\td\r\ne\tf\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'LibreOffice on Linux',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'an old Mac',
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line break within a cell', '"to\nlinjer"\t1\r\n', [['to\nlinjer', '1']]],
    ['a line break of Windows within a cell', '"to\r\nlinjer"\t1\r\n', [['to\nlinjer', '1']]],
    ['quotes within a quoted cell', '"siger ""hej""\ttil"\tx\r\n', [['siger "hej"\ttil', 'x']]],
    ['a quote that Excel leaves as typed', '5" rør\t"Vej" 4\r\n', [['5" rør', '"Vej" 4']]],
    [
      'a quote that never ends',
      '"abc\tx\r\ny\tz\r\n',
      [
        ['"abc', 'x'],
        ['y', 'z'],
      ],
    ],
    [
      'empty cells',
      '\t\t\r\n\tx\t\r\n',
      [
        ['', '', ''],
        ['', 'x', ''],
      ],
    ],
    ['an empty row between', 'a\r\n\r\nb\r\n', [['a'], [''], ['b']]],
    ['nothing', '', [['']]],
    [
      'Danish amounts and dates',
      '-1.234,50\t31-12-2023\r\n1.234-\t5/1-24\r\n',
      [
        ['-1.234,50', '31-12-2023'],
        ['1.234-', '5/1-24'],
      ],
    ],
  ])('%s', (_name, text, cells) => {
    expect(readTabbed(text)).toEqual(cells);
  });

  test('what is copied and pasted again is the same, whatever the cells hold', () => {
    const text = fc
      .oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^["\t\n a=]{0,6}$/))
      .map((value) => value.replace(/\r\n?/g, '\n'));
    const block = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        expect(readTabbed(writeTabbed(cells))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });

  test('copied texts are written as Excel writes them', () => {
    expect(
      writeTabbed([
        ['a', 'to\nlinjer'],
        ['5" rør', '"hej"'],
      ]),
    ).toBe('a\t"to\nlinjer"\r\n5" rør\t"""hej"""\r\n');
    expect(writeTabbed([['1.234,50']])).toBe('1.234,50');
  });

  test('the table says which cells are numbers and which texts, and runs nothing', () => {
    const markup = writeMarkup([
      [
        { text: '05010000', number: null },
        { text: '-1.234,50', number: '-1234.50' },
        { text: '=1+1<b>', number: null },
        { text: '28', number: '28' },
      ],
    ]);
    expect(markup).toContain(`<td style="mso-number-format:'\\@'" sdnum="1030;1030;@">05010000</td>`);
    expect(markup).toContain(
      `<td style="mso-number-format:'\\#\\,\\#\\#0\\.00'" x:num="-1234.50" sdval="-1234.50" sdnum="1030;1033;#,##0.00">-1.234,50</td>`,
    );
    expect(markup).toContain('=1+1&lt;b&gt;</td>');
    expect(markup).toContain('x:num="28"');
  });
});
