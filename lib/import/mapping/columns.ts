import { type MappedColumn, type MappingContent, mappingContent } from '#lib/schemas/mapping.ts';
import { normaliseHeading, timelessHeading } from '../heading.ts';
import type { CellFault, UsedColumn } from './types.ts';

/** By which a file's headings are known again: those that say something, in their order, without years. */
export function fingerprintOf(headings: readonly string[]): string {
  return headings
    .map(timelessHeading)
    .filter((heading) => heading !== '')
    .join('|');
}

/** Finds columns by their headings; what an export calls `Saldo 2023` one year is found as `Saldo 2024` in the next. */
export class ColumnFinder {
  readonly #headings: readonly string[];
  readonly #exact = new Map<string, number[]>();
  readonly #timeless = new Map<string, number[]>();

  constructor(headings: readonly string[]) {
    this.#headings = headings;
    for (const [index, heading] of headings.entries()) {
      add(this.#exact, normaliseHeading(heading), index);
      add(this.#timeless, timelessHeading(heading), index);
    }
  }

  /**
   * The column's place from 0. One whose heading stands more than once, or is blank, is the one at its own place; null
   * where there is none, or none of several.
   */
  find({ heading, at }: MappedColumn): number | null {
    const name = normaliseHeading(heading);
    if (name === '') return at < this.#headings.length && this.#headings[at]?.trim() === '' ? at : null;
    const places = this.#exact.get(name) ?? this.#timeless.get(timelessHeading(heading)) ?? [];
    if (places.length === 1) return places[0] ?? null;
    return places.includes(at) ? at : null;
  }

  headingAt(index: number): string {
    return (this.#headings[index] ?? '').trim();
  }
}

function add(places: Map<string, number[]>, name: string, index: number): void {
  const own = places.get(name);
  if (own) own.push(index);
  else places.set(name, [index]);
}

/** Finds the profile's columns, and notes which it used and which are not there. */
export class ColumnPlan {
  readonly used: UsedColumn[] = [];
  readonly faults: CellFault[] = [];
  readonly #finder: ColumnFinder;

  constructor(headings: readonly string[]) {
    this.#finder = new ColumnFinder(headings);
  }

  /** The column's place from 0; -1 where it is not there, which becomes a fault. */
  need(field: string, column: MappedColumn): number {
    const index = this.#finder.find(column);
    if (index === null) {
      this.fail('mapped-column-missing', column.heading, { cell: column.at + 1 });
      return -1;
    }
    this.used.push({ field, index, heading: this.#finder.headingAt(index) });
    return index;
  }

  fail(code: string, column: string | null, params: CellFault['params'] = {}): void {
    this.faults.push({ code, column, value: null, params });
  }
}

/** The content with each column at its place among these headings; one that is not among them stays as it is. */
export function fitColumns(content: MappingContent, headings: readonly string[]): MappingContent {
  const finder = new ColumnFinder(headings);
  const text = JSON.stringify(content, (_, value: unknown) => {
    if (!isColumn(value)) return value;
    const at = finder.find(value);
    return at === null ? value : { heading: finder.headingAt(at), at };
  });
  return mappingContent.parse(JSON.parse(text));
}

function isColumn(value: unknown): value is MappedColumn {
  return typeof value === 'object' && value !== null && 'heading' in value && 'at' in value;
}
