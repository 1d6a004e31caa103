import type { Period } from '#lib/domain/period.ts';
import { makeError } from '../issue.ts';
import { findMappedHeader } from '../mapping/find-mapped-header.ts';
import { compileMapping } from '../mapping/profile.ts';
import type { CellFault } from '../mapping/types.ts';
import type { RawRow } from '../scan-csv.ts';
import type { ChosenMapping, Issue, Reading } from '../types.ts';
import type { FoundHead, LineReader } from './line-reader.ts';

interface Mapped {
  file: string;
  mapping: ChosenMapping;
  fromExcel: boolean;
  period: Period;
}

/** Finds a profile's headings among a file's first rows; a list of issues where they are not there. */
export function readMapped(request: Mapped, rows: readonly RawRow[]): FoundHead | Issue[] {
  const { file, mapping, fromExcel, period } = request;
  const { content } = mapping;
  if (content.kind !== 'saldobalance') return [makeError(file, 'large-other-kind', {}, { kind: content.kind })];
  const circumstances = { period, form: 'da', fromExcel } as const;
  const header = findMappedHeader(rows, mapping, circumstances);
  const headerRow = header === null ? undefined : rows[header.at];
  if (header === null || headerRow === undefined) return [makeError(file, 'headings-missing')];
  const { row, cells } = headerRow;
  const compiled = compileMapping(content, cells, circumstances);
  if (!compiled.ok) return compiled.faults.map((fault) => toIssue(file, row, fault));
  const { used, amountColumns } = compiled.mapping;
  return {
    at: header.at,
    row,
    // Where a field is read from several columns, the first of them stands for it.
    headings: Object.fromEntries(used.toReversed().map(({ field, heading }) => [field, heading])),
    amountColumns: content.form === null ? amountColumns : [],
    sumLines: content.sumPerAccount,
    open: (form, issues) => {
      const fitted = compileMapping(content, cells, { ...circumstances, form: form ?? 'da' });
      if (!fitted.ok) throw new Error('The columns were found before.');
      return openMapped(request, fitted.mapping, issues);
    },
  };
}

function toIssue(file: string, row: number, { code, column, value, params }: CellFault): Issue {
  const place = { row, ...(column === null ? {} : { column }), ...(value === null ? {} : { value }) };
  return makeError(file, code, place, params);
}

type Mapping = Extract<ReturnType<typeof compileMapping>, { ok: true }>['mapping'];

function openMapped({ file, mapping }: Mapped, { read, used }: Mapping, issues: Issue[]): LineReader {
  const ignored = new Map<Reading['ignored'][number]['reason'], number>();
  let lines = 0;
  let taken = 0;
  return {
    read: ({ row, cells }) => {
      const found = read(cells);
      if (found.state === 'ignored' && found.reason === 'blank') return null;
      lines += 1;
      if (found.state === 'ignored') {
        ignored.set(found.reason, (ignored.get(found.reason) ?? 0) + 1);
        return null;
      }
      if (found.state === 'read') {
        taken += 1;
        return [{ row, ...found.line }];
      }
      for (const fault of found.faults) issues.push(toIssue(file, row, fault));
      return [];
    },
    finish: () => undefined,
    reading: (accounts) => ({
      profile: mapping.name,
      columns: used,
      lines,
      taken,
      accounts,
      ignored: [...ignored].map(([reason, count]) => ({ reason, count })),
    }),
  };
}
