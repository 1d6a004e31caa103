import { dateParts, type IsoDate } from './date.ts';

/**
 * What is kept for a term of its own (*opbevaring*). `accounting`: imported files, what texts of reports once said, and
 * the names beside what was approved, settled and written; `documents`: attachments; `trail`: names and contents of
 * events, whose hashes stay; `persons`: people who cannot sign in any more.
 */
export const MATERIALS = ['accounting', 'documents', 'comments', 'trail', 'persons'] as const;
export type Material = (typeof MATERIALS)[number];

/** Years per kind of material. */
export type Terms = Record<Material, number>;

/**
 * What a term cannot be set below: accounting material is kept for five years from the end of its fiscal year, and so is
 * what documents it and tells who did it. What a person signs in with is no accounting material.
 */
export const SHORTEST_TERMS: Terms = { accounting: 5, documents: 5, comments: 5, trail: 5, persons: 1 };
export const LONGEST_TERM = 100;

/** The last day on which the material of a year is kept: so many years after the year's end. */
export function lastDayOfTerm(year: number, years: number): IsoDate {
  return `${year + years}-12-31`;
}

/** The first of January before which all material has run out on `today`: of that year and later none has. */
export function runOutBefore(today: IsoDate, years: number): IsoDate {
  return `${dateParts(today).year - years}-01-01`;
}
