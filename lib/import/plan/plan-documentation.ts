import type { Documentation } from '#lib/domain/account.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { makeError } from '../issue.ts';
import type { DocumentationRow, ParsedOf } from '../types.ts';
import { compareMaps, type Draft, headingOf, isLost, isSameRecord, type KindPlan, keyOf } from './draft.ts';

/**
 * The file states everything that its sources document: an account that one of them documented before, and that the
 * file does not name, has no documentation any more. What other sources document stays.
 */
export function planDocumentation(
  draft: Draft,
  file: ParsedOf<'dokumentation'>,
): KindPlan & { sumAfter: Ore; sumBefore: Ore } {
  const fail = ({ row }: DocumentationRow, code: string, value: string, params = {}) =>
    draft.issues.push(makeError(file.name, code, { row, column: headingOf(file, 'account'), value }, params));
  const sources = new Set(file.rows.map(({ source }) => source));
  const next = new Map([...draft.documentation].filter(([, { source }]) => !sources.has(source)));
  const firstRows = new Map<string, number>();
  for (const line of file.rows) {
    if (line.account === '') continue;
    const key = keyOf(line.account);
    const first = firstRows.get(key);
    if (first !== undefined) {
      fail(line, 'duplicate-account', line.account, { first });
      continue;
    }
    firstRows.set(key, line.row);
    const number = draft.numbers.get(key);
    if (number === undefined) {
      if (!draft.unread.has('saldobalance') && !isLost(draft, 'saldobalance', key))
        fail(line, 'unknown-account', line.account);
      continue;
    }
    if (line.balance === null || line.date === null || line.source === '') continue;
    next.set(number, { account: number, balance: line.balance, source: line.source, date: line.date });
  }
  draft.documentation = next;
  return {
    ...compareDocumentation(draft),
    sumAfter: sum(file.rows.map(({ balance }) => balance ?? 0n)),
    sumBefore: sumOf(draft.before.documentation, sources),
  };
}

function sumOf(documentation: ReadonlyMap<string, Documentation>, sources: ReadonlySet<string>): Ore {
  return sum([...documentation.values()].filter(({ source }) => sources.has(source)).map(({ balance }) => balance));
}

/** The documentation that differs from what is stored, as the draft has it. */
export function compareDocumentation(draft: Draft): KindPlan {
  return compareMaps(draft.before.documentation, draft.documentation, isSameRecord, (id, before, after) => ({
    subject: 'documentation',
    id,
    before,
    after,
  }));
}
