import { expect, it } from 'vitest';
import { guardUnlessNumber, writeCsv } from './csv.ts';

it('writes what Danish Excel opens', () => {
  expect(
    writeCsv([
      ['Fil', 'Række'],
      ['a;b', 'sagde "nej"'],
      ['to\nlinjer', ''],
    ]),
  ).toBe('\ufeffFil;Række\r\n"a;b";"sagde ""nej"""\r\n"to\nlinjer";\r\n');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+45', "'+45"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['-158.607,00', '-158.607,00'],
  ['a=1', 'a=1'],
])('keeps %j from being run', (text, cell) => expect(guardUnlessNumber(text)).toBe(cell));
