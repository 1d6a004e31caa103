import type { AccountRule } from '#lib/schemas/mapping.ts';

/** What an account's cell holds: its number, and what stands beside it (often the name). */
interface AccountCell {
  number: string;
  rest: string;
}

/** Takes an account's cell apart as the profile says: `S4-0095600017` → `95600017`, `95600017 Mellemregning` → both. */
export function readAccountCell(cell: string, rule: AccountRule): AccountCell {
  let number = cell.trim();
  let rest = '';
  if (rule.prefix !== '' && number.startsWith(rule.prefix)) number = number.slice(rule.prefix.length).trim();
  if (rule.suffix !== '' && number.endsWith(rule.suffix)) number = number.slice(0, -rule.suffix.length).trim();
  if (rule.cut !== null) {
    const at = findSeparator(number, rule.cut.separator);
    if (at !== -1) {
      const before = number.slice(0, at).trim();
      const after = number.slice(at + 1).trim();
      [number, rest] = rule.cut.keep === 'before' ? [before, after] : [after, before];
    }
  }
  if (rule.leadingZeros === 'strip') number = number.replace(/^0+(?=\d)/, '');
  // Between number and name there can be a dash beside the blank.
  return { number, rest: rest.replace(/^[-–:]\s*/, '') };
}

/** A blank stands for any of them, also the no-break one. */
function findSeparator(text: string, separator: string): number {
  return separator === ' ' ? text.search(/\s/) : text.indexOf(separator);
}
