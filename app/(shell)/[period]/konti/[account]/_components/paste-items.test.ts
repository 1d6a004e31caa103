import { describe, expect, it } from 'vitest';
import { newItem } from './account-draft.ts';
import { pasteItems } from './paste-items.ts';

const keyOf = (row: number) => `new-${row}`;
const shown = (items: ReturnType<typeof pasteItems>) =>
  items?.map(({ postingDate, text, amount }) => [postingDate, text, amount]);

describe('pasting cells into items', () => {
  it('takes date, text and amount, fills the blank row and adds the rest', () => {
    const items = [{ key: 'a', stored: '', postingDate: '01.01.2023', text: 'A', amount: '1,00' }, newItem('b')];
    const text = '31-12-2022\tFaktura æøå\t1.234,50-\r\n20230115\tX\t(100,00)\r\n';
    expect(shown(pasteItems(items, 'b', 'postingDate', text, keyOf))).toEqual([
      ['01.01.2023', 'A', '1,00'],
      ['31.12.2022', 'Faktura æøå', '-1.234,50'],
      ['15.01.2023', 'X', '-100,00'],
    ]);
  });

  it('takes two columns for date and amount', () => {
    const text = '01.02.2023\t5\n02.02.2023\t6,5';
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', text, keyOf))).toEqual([
      ['01.02.2023', '', '5,00'],
      ['02.02.2023', '', '6,50'],
    ]);
  });

  it('puts one column where it is pasted, and leaves the others', () => {
    const items = [
      { key: 'a', stored: '', postingDate: '01.01.2023', text: 'A', amount: '' },
      { key: 'b', stored: '', postingDate: '02.01.2023', text: 'B', amount: '' },
    ];
    expect(shown(pasteItems(items, 'a', 'amount', '10\n20', keyOf))).toEqual([
      ['01.01.2023', 'A', '10,00'],
      ['02.01.2023', 'B', '20,00'],
    ]);
  });

  it('reads the amounts in the form that the whole column tells', () => {
    const amounts = (text: string) =>
      shown(pasteItems([newItem('a')], 'a', 'amount', text, keyOf))?.map((row) => row[2]);
    expect(amounts('1,234\n4380.31')).toEqual(['1.234,00', '4.380,31']);
    expect(amounts('1.234\n4380,31')).toEqual(['1.234,00', '4.380,31']);
  });

  it('leaves headings out, and takes the columns for what they say', () => {
    const text = 'Bilag\tBeløb i kr.\tBogføringsdato\tTekst\n1005\t-1.200,00\t5/1-24\tFaktura\n1006\t7\t060124\tRykker';
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', text, keyOf))).toEqual([
      ['05.01.2024', '1005 Faktura', '-1.200,00'],
      ['06.01.2024', '1006 Rykker', '7,00'],
    ]);
    expect(shown(pasteItems([newItem('a')], 'a', 'amount', 'Beløb\n10\n20', keyOf))).toEqual([
      ['', '', '10,00'],
      ['', '', '20,00'],
    ]);
  });

  it.each(['postingDate', 'text', 'amount'] as const)(
    'knows dates, amounts and texts by what they are, in any order, pasted into %s',
    (column) => {
      const rows = [
        ['05.01.2024', 'Faktura 7', '1.000,50'],
        ['5/2-24', 'Kreditnota', '(20,00)'],
      ];
      const expected = [
        ['05.01.2024', 'Faktura 7', '1.000,50'],
        ['05.02.2024', 'Kreditnota', '-20,00'],
      ];
      for (const order of [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ]) {
        const text = rows.map((row) => order.map((index) => row[index]).join('\t')).join('\n');
        expect(shown(pasteItems([newItem('a')], 'a', column, text, keyOf))).toEqual(expected);
      }
    },
  );

  it('takes digits alone for dates where another column is the amount, and a voucher for text', () => {
    const text = '050124\t1007\t1.000,00\n060124\t1008\t5,5';
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', text, keyOf))).toEqual([
      ['05.01.2024', '1007', '1.000,00'],
      ['06.01.2024', '1008', '5,50'],
    ]);
  });

  it('takes a text and an amount without dates', () => {
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', 'Husleje\t5,00\nVand\t6,00', keyOf))).toEqual([
      ['', 'Husleje', '5,00'],
      ['', 'Vand', '6,00'],
    ]);
  });

  it('reads cells in quotes, with tabs, quotes and line ends of their own', () => {
    const text = '05.01.2024\t"Faktura ""A""\r\nside\t2"\t10,00\r\n';
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', text, keyOf))).toEqual([
      ['05.01.2024', 'Faktura "A" side 2', '10,00'],
    ]);
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', '05.01.2024\t"Q" 2\t10,00', keyOf))).toEqual([
      ['05.01.2024', '"Q" 2', '10,00'],
    ]);
  });

  it('keeps what it cannot read as it is, for its field to say so', () => {
    expect(shown(pasteItems([newItem('a')], 'a', 'postingDate', '31.02.2023\tx\t12x\nÅ\ty\t1,00', keyOf))).toEqual([
      ['31.02.2023', 'x', '12x'],
      ['Å', 'y', '1,00'],
    ]);
  });

  it('is no block where there is one cell', () => {
    expect(pasteItems([newItem('a')], 'a', 'text', 'a text', keyOf)).toBeNull();
  });
});
