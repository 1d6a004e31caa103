import type { BalanceMapping } from '#lib/schemas/mapping.ts';
import { sideOf } from './amount-rule.ts';
import { MOST, type Sample, shareOf } from './file-sample.ts';
import { findSynonym, monthOfHeading, type SYNONYMS } from './synonyms.ts';

/** How the amount of a line is made: of a balance, of debit and credit, of months, or of what moved. Never column `accountAt`. */
export function guessAmount(
  sample: Sample,
  accountAt: number,
): { rule: BalanceMapping['amount']; columns: number[]; isSure: boolean } {
  const { headings } = sample;
  const named = (field: keyof typeof SYNONYMS) => {
    const at = findSynonym(headings, field);
    return at !== -1 && at !== accountAt && (sample.texts(at).length === 0 || sample.amountShare(at) >= MOST) ? at : -1;
  };
  const [balance, debit, credit, opening, movement] = (
    ['balance', 'debit', 'credit', 'opening', 'movement'] as const
  ).map(named);
  const markAt = findMark(sample);
  if (balance !== undefined && balance !== -1) return withMark(sample, balance, markAt);
  if (debit !== undefined && credit !== undefined && debit !== -1 && credit !== -1) {
    const texts = sample.texts(credit).filter((text) => !/^[-0.,\s]*$/.test(text));
    const isNegative = texts.length > 0 && shareOf(texts, (text) => /^-|-$/.test(text)) >= MOST;
    const creditIs = isNegative ? ('negative' as const) : ('unsigned' as const);
    const rule = { from: 'sides' as const, debit: sample.column(debit), credit: sample.column(credit), creditIs };
    return { rule, columns: [debit, credit], isSure: true };
  }
  const months = headings.flatMap((heading, at) => {
    const month = monthOfHeading(heading);
    return month === null || at === accountAt ? [] : [{ month, at }];
  });
  const isOnce = new Set(months.map(({ month }) => month)).size === months.length;
  if (months.length > 1 && isOnce) {
    const hasOpening = opening !== undefined && opening !== -1;
    const rule = {
      from: 'periods' as const,
      // Beside an opening balance stands what moved; columns without one are balances.
      take: hasOpening ? ('movements' as const) : ('balance' as const),
      opening: hasOpening ? sample.column(opening) : null,
      months: months.map(({ month, at }) => ({ month, column: sample.column(at) })),
    };
    return { rule, columns: months.map(({ at }) => at), isSure: true };
  }
  if (opening !== undefined && movement !== undefined && opening !== -1 && movement !== -1) {
    const columns = [opening, movement];
    return { rule: { from: 'sum', columns: columns.map((at) => sample.column(at)) }, columns, isSure: true };
  }
  const likely = [...headings.keys()].filter(
    (at) => at !== accountAt && at !== markAt && sample.texts(at).length > 0 && sample.amountShare(at) >= MOST,
  );
  const last = likely.at(-1);
  const found = withMark(sample, last ?? Math.max(0, headings.length - 1), markAt);
  // One column of amounts alone cannot be another; of several, a person must say which.
  return { ...found, isSure: likely.length === 1 };
}

function withMark(sample: Sample, at: number, markAt: number) {
  const column = sample.column(at);
  const rule =
    markAt === -1 || markAt === at
      ? { from: 'balance' as const, column }
      : { from: 'marked' as const, column, mark: sample.column(markAt) };
  return { rule, columns: [at], isSure: true };
}

/** A column that says debet or kredit and nothing else; -1: none does. */
function findMark(sample: Sample): number {
  const isMark = (at: number) => {
    const texts = sample.texts(at);
    return texts.length > 0 && texts.every((text) => sideOf(text) !== null);
  };
  const named = findSynonym(sample.headings, 'mark');
  if (named !== -1 && isMark(named)) return named;
  return [...sample.headings.keys()].find(isMark) ?? -1;
}
