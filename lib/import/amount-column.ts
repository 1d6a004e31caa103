import type { Ore } from '#lib/domain/money.ts';
import {
  type AmountForm,
  type AmountProblem,
  findAmountEvidence,
  parseAmount,
  parseExcelAmount,
} from '#lib/format/parse-amount.ts';
import type { FoundColumn } from './find-header.ts';
import { NUMBER_MARK } from './raw-table.ts';
import type { RawRow } from './scan-csv.ts';

/** What the cells of the columns of amounts say about the form in which they are written. */
interface FormDecision {
  form: AmountForm;
  /** Cells that can be read both ways, at most five, where nothing decides; else empty. */
  samples: string[];
}

const SAMPLES = 5;

/** What cells say about the form of the amounts of their columns, told one by one. */
export class FormEvidence {
  #danish = 0;
  #english = 0;
  readonly #either = new Set<string>();

  note(cell: string): void {
    if (cell === '' || cell.startsWith(NUMBER_MARK)) return;
    const evidence = findAmountEvidence(cell);
    if (evidence === 'da') this.#danish += 1;
    else if (evidence === 'en') this.#english += 1;
    else if (evidence === 'either' && this.#either.size < SAMPLES) this.#either.add(cell.trim());
  }

  /** Cells that can only be one form decide; where there are none, or as many of both, `chosen` does. */
  decide(chosen: AmountForm | null): FormDecision {
    const mixed = this.#danish > 0 && this.#english > 0;
    if (chosen !== null && (mixed || this.#danish + this.#english === 0)) return { form: chosen, samples: [] };
    if (this.#danish > this.#english) return { form: 'da', samples: [] };
    if (this.#english > this.#danish) return { form: 'en', samples: [] };
    return { form: 'da', samples: [...this.#either] };
  }
}

/** Decides the form of columns that belong together (domain.md: the whole column decides, and a person can override). */
export function decideAmountForm(
  rows: readonly RawRow[],
  columns: readonly Pick<FoundColumn, 'index'>[],
  chosen: AmountForm | null,
): FormDecision {
  const evidence = new FormEvidence();
  for (const { index } of columns) for (const row of rows) evidence.note(row.cells[index] ?? '');
  return evidence.decide(chosen);
}

/** Reads one cell of a column whose form is decided. null: blank. */
export function readAmountCell(cell: string, form: AmountForm): Ore | AmountProblem | null {
  if (cell.startsWith(NUMBER_MARK)) return parseExcelAmount(cell.slice(1));
  return cell === '' || cell.trim() === '' ? null : parseAmount(cell, form);
}

/** Whether a cell that is not blank is no amount, however amounts are written. */
export function isAmountInNoForm(cell: string): boolean {
  return !cell.startsWith(NUMBER_MARK) && cell.trim() !== '' && findAmountEvidence(cell) === 'none';
}
