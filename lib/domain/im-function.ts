/** A function of the authorised chart of accounts, with its name in one fiscal year. */
export interface ImFunction {
  /** `9.52.59` */
  code: string;
  name: string;
}

/**
 * Reads the ways in which an IM function is written: `9.52.59`, `09.52.59`, `952.59`, `95259` → `9.52.59`.
 * Null for anything else (domain.md, IM-kontoplan).
 */
export function parseImFunction(text: string): string | null {
  const match = /^0?(\d)[.\s]?(\d{2})[.\s]?(\d{2})$/.exec(text.trim());
  return match ? `${match[1]}.${match[2]}.${match[3]}` : null;
}

/**
 * The function of main account 9 that an account number names: `9` + the function's last two digits + five digits.
 * Null where the number has another form or no function in `codes` ends so.
 */
export function deriveImFunction(accountNumber: string, codes: Iterable<string>): string | null {
  const match = /^9(\d{2})\d{5}$/.exec(accountNumber);
  if (!match) return null;
  for (const code of codes) if (code.startsWith('9.') && code.endsWith(`.${match[1]}`)) return code;
  return null;
}
