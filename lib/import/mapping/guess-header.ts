import { HEADER_WITHIN } from '../find-header.ts';
import { toText } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import { isAmount } from './file-sample.ts';
import { looksLikeAccount } from './guess-account.ts';
import { findSynonym, monthOfHeading, SYNONYMS } from './synonyms.ts';

/** How much a row looks like headings: the columns that it names, the account and the amounts above all. */
function scoreHeader({ cells }: RawRow): number {
  const found = Object.keys(SYNONYMS).filter((field) => findSynonym(cells, field as keyof typeof SYNONYMS) !== -1);
  const months = cells.filter((cell) => monthOfHeading(cell) !== null && !isAmount(cell)).length;
  const weight = (field: string) => (field === 'account' ? 3 : ['balance', 'debit', 'credit'].includes(field) ? 2 : 1);
  return found.reduce((score, field) => score + weight(field), 0) + Math.min(months, 2);
}

/** The header row: the one that names most; where none names any, the last before an account with an amount. */
export function guessHeader(rows: readonly RawRow[]): number {
  const scores = rows.slice(0, HEADER_WITHIN).map(scoreHeader);
  const best = Math.max(0, ...scores);
  if (best >= 3) return scores.indexOf(best);
  const first = rows.findIndex(
    ({ cells }) => cells.some((cell) => looksLikeAccount(toText(cell))) && cells.filter(isAmount).length > 1,
  );
  return Math.max(0, first - 1);
}
