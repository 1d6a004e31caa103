import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanCsv } from '../scan-csv.ts';
import { CsvCutter } from './csv-cutter.ts';

const part = fc.constantFrom('a', 'æ', ';', '"', '""', '\n', '\r\n', '\r', 'e\u0301', 'Konto', '-1,5', ' ');
const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));

it('cuts a text in any pieces into the rows and faults that it has as a whole', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 12 }), (whole, lengths) => {
      const cutter = new CsvCutter(';');
      const rows = [];
      const faults = [];
      let at = 0;
      for (let turn = 0; at < whole.length; turn += 1) {
        const end = at + 1 + (lengths[turn % lengths.length] ?? 0);
        const cut = cutter.push(whole.slice(at, end), false);
        rows.push(...cut.rows);
        faults.push(...cut.faults);
        at = end;
      }
      const last = cutter.push('', true);
      const expected = scanCsv(whole.normalize('NFC'), ';');
      const wrong = new Set(expected.faults.map(({ row }) => row));
      expect([...rows, ...last.rows]).toEqual(expected.rows.filter(({ row }) => !wrong.has(row)));
      expect([...faults, ...last.faults]).toEqual(expected.faults.map(({ code, ...place }) => ({ code, place })));
    }),
    { numRuns: 2_000 },
  );
});
