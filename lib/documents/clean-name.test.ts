import { describe, expect, it } from 'vitest';
import { cleanName, endingOf } from './clean-name.ts';

describe('cleanName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\Windows\\win.ini', 'win.ini'],
    ['C:\\Users\\x\\Bilag 7.pdf', 'Bilag 7.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    // Right-to-left override: shown as `fakturaexe.pdf`.
    ['faktura\u202efdp.exe', 'fakturafdp.exe'],
    ['..', 'dokument'],
    ['', 'dokument'],
    ['.htaccess', 'htaccess'],
    ['.pdf', 'dokument.pdf'],
    ['../\u202e ..txt', 'dokument.txt'],
    ['slut.pdf. . ', 'slut.pdf'],
    ['CON.txt', '_CON.txt'],
    ['com1', '_com1'],
    ['<b>"x"|y?.txt', '_b__x__y_.txt'],
    ['A\u030arsopgørelse  2023.pdf', 'Årsopgørelse 2023.pdf'],
  ])('%j is saved as %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  it('keeps a long name within 200 bytes, whole characters and the ending', () => {
    const long = cleanName(`${'æ'.repeat(300)}.pdf`);
    expect(long).toBe(`${'æ'.repeat(98)}.pdf`);
    expect(Buffer.byteLength(long)).toBe(200);
    expect(cleanName('😀'.repeat(100))).toBe('😀'.repeat(50));
    expect(cleanName(`a.${'x'.repeat(300)}`)).toBe(`a.${'x'.repeat(198)}`);
  });
});

it('endingOf takes what follows the last dot', () => {
  expect(['a.tar.GZ', 'a', '.pdf', 'a.'].map(endingOf)).toEqual(['gz', '', '', '']);
});
