import type { Period } from '#lib/domain/period.ts';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import type { MappingContent } from '#lib/schemas/mapping.ts';
import { decideAmountForm } from '../amount-column.ts';
import type { RawRow } from '../scan-csv.ts';
import { compile } from './find-mapped-header.ts';
import type { IgnoreReason } from './ignore-reason.ts';
import type { BalanceLine, CellFault, MappedLine, ResponsibilityLine } from './types.ts';

/** The beginning of a file as a mapping reads it, line by line. */
export interface SampleReading {
  /** What the headings lack for the mapping; nothing was read then. */
  faults: CellFault[];
  lines: { row: number; read: MappedLine<BalanceLine | ResponsibilityLine> }[];
  taken: number;
  faulty: number;
  ignored: { reason: IgnoreReason; count: number }[];
  /** Amounts that can be read both ways, where nothing in the sample decides. */
  ambiguous: string[];
  /** How amounts are read; null: not known yet, and danish is shown. */
  form: AmountForm | null;
}

/** Reads the rows under the header row at `at` (a place among the rows, from 0). Blank lines are left out. */
export function readSample(
  rows: readonly RawRow[],
  at: number,
  content: MappingContent,
  { period, fromExcel }: { period: Period; fromExcel: boolean },
): SampleReading {
  const headings = rows[at]?.cells ?? [];
  const data = rows.slice(at + 1);
  const none = { lines: [], taken: 0, faulty: 0, ignored: [], ambiguous: [], form: null };
  const first = compile(content, headings, { period, form: 'da', fromExcel });
  if (!first.ok) return { ...none, faults: first.faults };
  const likely = data.filter(({ cells }) => first.mapping.read(cells).state !== 'ignored');
  const columns = first.mapping.amountColumns.map((index) => ({ index }));
  const stated = content.kind === 'saldobalance' ? content.form : null;
  const decided = decideAmountForm(likely, columns, stated);
  const form = stated ?? decided.form;
  const fitted = compile(content, headings, { period, form, fromExcel });
  if (!fitted.ok) return { ...none, faults: fitted.faults };
  const lines = data
    .map(({ row, cells }) => ({ row, read: fitted.mapping.read(cells) }))
    .filter(({ read }) => read.state !== 'ignored' || read.reason !== 'blank');
  const reasons = lines.flatMap(({ read }) => (read.state === 'ignored' ? [read.reason] : []));
  return {
    faults: [],
    lines,
    taken: lines.filter(({ read }) => read.state === 'read').length,
    faulty: lines.filter(({ read }) => read.state === 'faulty').length,
    ignored: [...new Set(reasons)].map((reason) => ({
      reason,
      count: reasons.filter((other) => other === reason).length,
    })),
    ambiguous: decided.samples,
    form: decided.samples.length > 0 ? null : form,
  };
}
