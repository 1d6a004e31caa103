import type { Period } from '#lib/domain/period.ts';
import { formatOre } from '#lib/format/amount.ts';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import { RowSifter } from '../data-rows.ts';
import type { FoundColumn, Header } from '../find-header.ts';
import { ROW_READERS } from '../read-rows.ts';
import type { RawRow } from '../scan-csv.ts';
import { SheetReader } from '../sheet-reader.ts';
import type { Issue } from '../types.ts';
import type { FoundHead, LineReader } from './line-reader.ts';

/** A large balance with the columns that we know (columns.ts), by the header row that was found. */
export function readBuiltin(file: string, header: Header, fromExcel: boolean, period: Period): FoundHead {
  const amounts = header.columns.filter(({ spec }) => spec.type === 'amount');
  return {
    at: header.at,
    row: header.row,
    headings: Object.fromEntries(header.columns.map(({ spec, heading }) => [spec.field, heading])),
    amountColumns: amounts.map(({ index }) => index),
    sumLines: null,
    open: (form, issues) => openBuiltin({ file, header, amounts, fromExcel, period }, form, issues),
  };
}

interface Builtin {
  file: string;
  header: Header;
  amounts: FoundColumn[];
  fromExcel: boolean;
  period: Period;
}

function openBuiltin(
  { file, header, amounts, fromExcel, period }: Builtin,
  form: AmountForm | null,
  issues: Issue[],
): LineReader {
  const sheet = new SheetReader(file, header.columns, fromExcel, form, issues);
  const sifter = new RowSifter(file, header, fromExcel, issues);
  const sums = amounts.map((column) => ({ column, sum: 0n }));
  let isFaulty = false;

  /** What the total lines at the end are held against. A faulty row has its own issue; without it sums say nothing. */
  function addUp(row: RawRow, balance: bigint): void {
    const [only] = sums;
    if (sums.length === 1 && only) {
      only.sum += balance;
      return;
    }
    for (const one of sums) {
      const figure = sheet.figure(row, one.column);
      if (typeof figure === 'bigint') one.sum += figure;
    }
  }

  return {
    read: (raw) => {
      const rows = sifter.push(raw);
      return rows.flatMap((row) => {
        const { account, name, imFunction, balance } = ROW_READERS.saldobalance(sheet, row, period);
        if (account === '' || balance === null || imFunction === null) {
          isFaulty = true;
          return [];
        }
        addUp(row, balance);
        return [{ row: row.row, account, name, imFunction, balance }];
      });
    },
    finish: () => {
      if (isFaulty || form === null) return;
      for (const total of sifter.finish()) {
        for (const { column, sum } of sums) {
          const stated = sheet.figure(total, column);
          const { field } = column.spec;
          if (stated === 'faulty') sheet.fail(total, field, 'total-unreadable');
          else if (stated !== null && stated !== sum)
            sheet.fail(total, field, 'total-disagrees', { total: formatOre(stated), sum: formatOre(sum) });
        }
      }
    },
    reading: () => null,
  };
}
