import { parsePeriod } from '#lib/domain/period.ts';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import { FormEvidence } from '../amount-column.ts';
import { findHeader, HEADER_WITHIN } from '../find-header.ts';
import { makeError } from '../issue.ts';
import { recogniseProfile } from '../mapping/find-mapped-header.ts';
import { NUMBER_MARK } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import { IMPORT_KINDS, type Issue } from '../types.ts';
import { readBuiltin } from './builtin-lines.ts';
import { CappedIssues } from './capped-issues.ts';
import type { CutRows } from './csv-cutter.ts';
import type { FoundHead, LineReader } from './line-reader.ts';
import { readMapped } from './mapped-lines.ts';
import { AccountSums } from './sum-accounts.ts';
import type { LargeReading, LargeRequest } from './types.ts';

/** What reading under a presumed form of the amounts came to. */
interface StreamResult {
  reading: LargeReading;
  /** The form that all of the file's amounts say, where it is another than the presumed one; else null. */
  otherForm: AmountForm | null;
}

/**
 * A large balance from its rows, which come in batches and of which none is kept: headings, amounts' form, lines and
 * the accounts that they sum to. The form is presumed from the first batch; where the whole file says another one, it
 * is to be read again with that (`form`).
 */
export class BalanceStream {
  readonly #request: LargeRequest;
  readonly #fromExcel: boolean;
  readonly #form: AmountForm | null;
  readonly #issues: CappedIssues;
  readonly #evidence = new FormEvidence();
  /** What the readers of a row said, until it is taken over by the issues. */
  readonly #said: Issue[] = [];
  #first: CutRows | null = { rows: [], faults: [] };
  #head: FoundHead | null = null;
  #reader: LineReader | null = null;
  #sums: AccountSums | null = null;
  #presumed: AmountForm = 'da';
  #cellsOfHead: readonly string[] = [];
  #lines = 0;
  #isOver = false;

  constructor(request: LargeRequest, fromExcel: boolean, form: AmountForm | null) {
    this.#request = request;
    this.#fromExcel = fromExcel;
    this.#form = form;
    this.#issues = new CappedIssues(request.name);
  }

  /** @returns false where the rest need not be read */
  push(batch: CutRows): boolean {
    if (this.#isOver) return false;
    if (this.#first === null) this.#take(batch);
    else {
      for (const row of batch.rows) this.#first.rows.push(row);
      for (const fault of batch.faults) this.#first.faults.push(fault);
      if (this.#first.rows.length >= HEADER_WITHIN) this.#begin(this.#first);
    }
    return !this.#isOver;
  }

  finish(): StreamResult {
    if (this.#first !== null) this.#begin(this.#first);
    this.#reader?.finish();
    this.#issues.drain(this.#said);
    const { form, samples } = this.#evidence.decide(this.#request.amounts);
    const ambiguous = samples.length > 0 && this.#head !== null ? this.#askForm(this.#head, samples) : [];
    if (this.#head !== null && this.#lines === 0 && !this.#issues.hasErrors)
      this.#fail('no-rows', { row: this.#head.row });
    return {
      otherForm: this.#head === null || form === this.#presumed ? null : form,
      reading: {
        // A file of which a part could not be read says nothing at all.
        rows: this.#issues.hasErrors ? [] : (this.#sums?.rows() ?? []),
        lines: this.#lines,
        issues: this.#issues.list(),
        ambiguous,
        headings: this.#head?.headings ?? {},
        reading: this.#reader?.reading(this.#sums?.size ?? 0) ?? null,
      },
    };
  }

  /** Finds the headings among the first rows, and reads the rest of these. */
  #begin({ rows, faults }: CutRows): void {
    this.#first = null;
    const head = this.#findHead(rows);
    if (head === null) {
      const distinct = new Map(faults.toReversed().map((fault) => [fault.code, fault]));
      for (const { code, place } of distinct.values())
        this.#fail(code, place === null ? {} : { row: place.row, value: place.value }, {
          cell: (place?.cell ?? 0) + 1,
        });
      this.#isOver = true;
      return;
    }
    this.#head = head;
    const { headings } = head;
    const data = rows.slice(head.at + 1);
    const early = new FormEvidence();
    const trial = head.open('da', []);
    for (const row of data) if (trial.read(row) !== null) noteAmounts(early, row, head);
    this.#presumed = this.#form ?? early.decide(this.#request.amounts).form;
    this.#reader = head.open(this.#presumed, this.#said);
    const { name: file, sumLines } = this.#request;
    const options = { file, sumLines: head.sumLines ?? sumLines, headings, issues: this.#issues };
    this.#sums = new AccountSums(options);
    const isBelow = ({ place, code }: CutRows['faults'][number]) =>
      !place || place.row >= head.row || code === 'quote-not-closed';
    this.#take({ rows: data, faults: faults.filter(isBelow) });
  }

  #take({ rows, faults }: CutRows): void {
    const { name } = this.#request;
    for (const { code, place } of faults) {
      const where = place === null ? {} : { row: place.row, value: place.value, ...this.#headingAt(place.cell) };
      this.#issues.add(makeError(name, code, where, { cell: (place?.cell ?? 0) + 1 }));
    }
    const reader = this.#reader;
    const sums = this.#sums;
    if (reader === null || sums === null) return;
    for (const row of rows) {
      const lines = reader.read(row);
      if (lines === null) continue;
      if (this.#head !== null) noteAmounts(this.#evidence, row, this.#head);
      for (const line of lines) {
        this.#lines += 1;
        if (!sums.add(line)) {
          this.#isOver = true;
          return;
        }
      }
      if (this.#said.length > 0) this.#issues.drain(this.#said);
    }
  }

  #headingAt(cell: number): { column?: string } {
    const heading = this.#cellsOfHead[cell]?.trim() ?? '';
    return heading === '' ? {} : { column: heading };
  }

  #findHead(all: readonly RawRow[]): FoundHead | null {
    const { name, kind, periodId, mapping, profiles } = this.#request;
    const period = parsePeriod(periodId);
    if (period === null) throw new Error(`No period: ${periodId}`);
    const rows = all.slice(0, HEADER_WITHIN);
    const [first] = rows;
    if (first === undefined) {
      this.#fail('file-empty');
      return null;
    }
    const known = recogniseProfile(rows, kind === 'auto' || kind === 'saldobalance' ? profiles : []);
    const chosen = mapping ?? (known === null ? null : { ...known.profile, headerRow: known.row.row });
    if (chosen !== null) {
      const found = readMapped({ file: name, mapping: chosen, fromExcel: this.#fromExcel, period }, rows);
      if (!Array.isArray(found)) {
        this.#cellsOfHead = rows[found.at]?.cells ?? [];
        return found;
      }
      this.#issues.drain(found);
      return null;
    }
    const header = findHeader(rows, kind);
    const place = { row: first.row, value: first.cells.join(' ').replaceAll(NUMBER_MARK, '').trim() };
    if (header === null) {
      if (kind === 'auto') this.#fail('unknown-kind', place, { kinds: IMPORT_KINDS.join(', ') });
      else this.#fail('header-missing', place, { kind });
      return null;
    }
    if (header.kind !== 'saldobalance') {
      this.#fail('large-other-kind', { row: header.row }, { kind: header.kind });
      return null;
    }
    for (const { heading } of header.missing)
      this.#fail('column-missing', { row: header.row, column: heading }, { kind: header.kind });
    for (const { heading, index } of header.duplicates)
      this.#fail('column-twice', { row: header.row, column: heading }, { cell: index + 1 });
    if (header.missing.length + header.duplicates.length > 0) return null;
    this.#cellsOfHead = rows[header.at]?.cells ?? [];
    return readBuiltin(name, header, this.#fromExcel, period);
  }

  /** Nothing tells how the amounts are written: a person must say. */
  #askForm(head: FoundHead, samples: string[]): LargeReading['ambiguous'] {
    const [sample = ''] = samples;
    const column = this.#cellsOfHead[head.amountColumns[0] ?? 0]?.trim() ?? '';
    this.#fail('amount-form-unclear', { row: head.row, column, value: sample });
    return [{ column, samples }];
  }

  #fail(code: string, place: Parameters<typeof makeError>[2] = {}, params: Issue['params'] = {}): void {
    this.#issues.add(makeError(this.#request.name, code, place, params));
  }
}

function noteAmounts(evidence: FormEvidence, { cells }: RawRow, { amountColumns }: FoundHead): void {
  for (const index of amountColumns) evidence.note(cells[index] ?? '');
}
