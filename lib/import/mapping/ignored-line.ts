import { parseImFunction } from '#lib/domain/im-function.ts';
import type { IgnoreRules } from '#lib/schemas/mapping.ts';
import { isAccountNumber } from '../account-number.ts';
import { TOTAL_LABEL } from '../data-rows.ts';
import { toText } from '../raw-table.ts';
import type { IgnoreReason } from './ignore-reason.ts';

const TOTAL_AT_END = /(^|\s)i\s+alt\s*:?$/i;

function isTotalText(text: string): boolean {
  return TOTAL_LABEL.test(text) || TOTAL_AT_END.test(text);
}

function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count;
}

/** What a line is judged by. */
interface Line {
  cells: readonly string[];
  /** The account's cell as written, and the number that the profile finds in it. */
  written: string;
  account: string;
  /** As `9.52.59`; '' where the line has none. */
  imFunction: string;
}

/** Which of the profile's rules passes the line over; null: none, it is an account's. */
export function findIgnoreReason(line: Line, rules: IgnoreRules): IgnoreReason | null {
  const { cells, written, account, imFunction } = line;
  for (const { where, how, text } of rules.lines) {
    const sought = text.toLowerCase();
    const fits = (cell: string) => {
      const shown = toText(cell).toLowerCase();
      return how === 'begins' ? shown.startsWith(sought) : shown.includes(sought);
    };
    const first = where === 'row' && how === 'begins' ? cells.find((cell) => cell.trim() !== '') : undefined;
    if (where === 'account' ? fits(written) : how === 'begins' ? first !== undefined && fits(first) : cells.some(fits))
      return 'rule';
  }
  const isAccount = isAccountNumber(account);
  if (!isAccount && rules.totals && cells.some((cell) => isTotalText(toText(cell)))) return 'total';
  if (written === '') return rules.noAccount ? 'no-account' : null;
  if (!isAccount) return rules.notAnAccount ? 'not-an-account' : null;
  if (rules.otherThanDigits !== null && countDigits(account) !== rules.otherThanDigits) return 'digits';
  if (rules.outsideMain9 && !isOfMain9(account, imFunction)) return 'main-account';
  return null;
}

/** By its function where it has one, else by its number, which begins with the main account (domain.md, IM-kontoplan). */
function isOfMain9(account: string, imFunction: string): boolean {
  const code = parseImFunction(imFunction);
  return (code ?? account.replace(/^S(?=\d)/i, '').replace(/^0+/, '')).startsWith('9');
}
