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

  it('keeps what it cannot read as it is, for its field to say so', () => {
    expect(
      shown(pasteItems([newItem('a')], 'a', 'postingDate', 'Dato\tTekst\tBeløb\n31.02.2023\tx\t12x', keyOf)),
    ).toEqual([
      ['Dato', 'Tekst', 'Beløb'],
      ['31.02.2023', 'x', '12x'],
    ]);
  });

  it('is no block where there is one cell', () => {
    expect(pasteItems([newItem('a')], 'a', 'text', 'a text', keyOf)).toBeNull();
  });
});
