import { describe, expect, it } from 'vitest';
import { birthYear, findCprNumbers, maskCprNumbers } from './cpr.ts';

const masked = (text: string) => findCprNumbers(text).map((one) => one.masked);

describe('findCprNumbers', () => {
  it('takes a hyphen, a space, both or nothing between the date and the four digits', () => {
    for (const text of [
      '010203-1234',
      '0102031234',
      '010203 1234',
      '010203\u00a01234',
      '010203 - 1234',
      '010203–1234',
      '010203\u202f1234',
      '010203\u2009-\u20091234',
      '010203\u00ad-\u200b1234',
      '010203\u2060\u20111234',
    ]) {
      expect(masked(`Borger ${text}, sag 1`), text).toEqual(['010203-••••']);
    }
  });

  it('finds them in names, between semicolons and commas, and several in one text', () => {
    expect(masked('kvittering_010203-1234.pdf')).toEqual(['010203-••••']);
    expect(masked('1;0102031234;500,00\n2,3112991234,7')).toEqual(['010203-••••', '311299-••••']);
    expect(findCprNumbers('ab 010203-1234').map(({ at }) => at)).toEqual([3]);
  });

  it('takes no date that the calendar lacks', () => {
    for (const text of ['320203-1234', '000203-1234', '011303-1234', '010003-1234', '310403-1234', '300203-1234']) {
      expect(masked(text), text).toEqual([]);
    }
  });

  it('knows the leap day by the century of the seventh digit', () => {
    // 1900 was no leap year, 2000 was.
    expect(masked('290200-1234')).toEqual([]);
    expect(masked('290200-4234')).toEqual(['290200-••••']);
    expect(masked('290204-1234')).toEqual(['290204-••••']);
    expect(masked('290203-1234')).toEqual([]);
  });

  it('does not join what stands in two lines or two columns', () => {
    for (const text of ['010203\n1234', '010203\t1234']) expect(masked(text), text).toEqual([]);
  });

  it('is hidden whole, whatever stands between its parts', () => {
    expect(maskCprNumbers('Borger 010203\u00ad\u00a0-\u00a0\u200b1234, sag 1')).toBe('Borger 010203-••••, sag 1');
  });

  it('is not misled by longer runs of digits', () => {
    for (const text of [
      '10102031234',
      '01020312345',
      '4571010203-1234',
      '010203-12345',
      '010203--1234',
      '010203/1234',
    ]) {
      expect(masked(text), text).toEqual([]);
    }
  });

  it('says when modulus 11 holds', () => {
    // 4·0+3·7+2·0+7·7+6·6+5·1+4·4+3·2+2·8+1·5 = 154 = 14·11
    expect(findCprNumbers('070761-4285')[0]?.nearCertain).toBe(true);
    // one more in the last place
    expect(findCprNumbers('070761-4286')[0]?.nearCertain).toBe(false);
  });

  it('ends with a long text of what nearly fits', () => {
    expect(findCprNumbers('010203 '.repeat(200_000))).toEqual([]);
  });
});

describe('birthYear', () => {
  it('follows the table of the seventh digit', () => {
    expect([0, 3].map((seventh) => birthYear(seventh, 99))).toEqual([1999, 1999]);
    expect([birthYear(4, 36), birthYear(4, 37), birthYear(9, 36), birthYear(9, 37)]).toEqual([2036, 1937, 2036, 1937]);
    expect([birthYear(5, 57), birthYear(8, 58)]).toEqual([2057, 1858]);
  });
});

describe('maskCprNumbers', () => {
  it('hides the last four digits, and only those', () => {
    expect(maskCprNumbers('a 010203 - 1234 b 3112991234.pdf')).toBe('a 010203-•••• b 311299-••••.pdf');
    expect(maskCprNumbers('bilag 7.pdf')).toBe('bilag 7.pdf');
  });
});
