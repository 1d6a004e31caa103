import type { Period } from '#lib/domain/period.ts';
import type { BalanceMapping } from '#lib/schemas/mapping.ts';
import { makeError } from '../issue.ts';
import { compileMapping } from '../mapping/profile.ts';
import type { CellFault } from '../mapping/types.ts';
import type { RawRow } from '../scan-csv.ts';
import type { FoundHead } from './line-reader.ts';

interface Mapped {
  file: string;
  mapping: BalanceMapping;
  fromExcel: boolean;
  period: Period;
}

/** Where no row has the columns of the profile: what the row that has most of them lacks. */
interface NoHead {
  row: number;
  faults: CellFault[];
}

/** A large balance by a profile: its header row is the first that has all of the profile's columns. */
export function readMapped(
  { file, mapping, fromExcel, period }: Mapped,
  rows: readonly RawRow[],
): FoundHead | NoHead | null {
  let nearest: NoHead | null = null;
  for (const [at, { row, cells }] of rows.entries()) {
    const compiled = compileMapping(mapping, cells, { period, form: 'da', fromExcel });
    if (!compiled.ok) {
      if (nearest === null || compiled.faults.length < nearest.faults.length)
        nearest = { row, faults: compiled.faults };
      continue;
    }
    const { used, amountColumns } = compiled.mapping;
    return {
      at,
      row,
      headings: Object.fromEntries(used.map(({ field, heading }) => [field, heading])),
      amountColumns: mapping.form === null ? amountColumns : [],
      open: (form, issues) => {
        const fitted = compileMapping(mapping, cells, { period, form: form ?? 'da', fromExcel });
        let ignored = 0;
        return {
          read: (line) => {
            if (!fitted.ok) return [];
            const read = fitted.mapping.read(line.cells);
            if (read.state === 'read') return [{ row: line.row, ...read.line }];
            if (read.state === 'ignored') {
              if (read.reason !== 'blank') ignored += 1;
              return [];
            }
            for (const { code, column, value, params } of read.faults)
              issues.push(
                makeError(
                  file,
                  code,
                  { row: line.row, ...(column === null ? {} : { column }), ...(value === null ? {} : { value }) },
                  params,
                ),
              );
            return [];
          },
          finish: () => undefined,
          ignored: () => ignored,
        };
      },
    };
  }
  return nearest;
}
