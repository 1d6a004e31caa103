/** What stands after a heading and says no more than the unit. */
const UNIT = /[\s,]*(\(\s*(i\s+)?(kr|dkk)\s*\)|\b(i\s+)?(kr|dkk))$/;

/** The form in which headings agree: `IM-Funktion ` and `im funktion`, `Saldo (kr.)` and `saldo`. */
export function normaliseHeading(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[\s\u00a0._-]+/g, ' ')
    .replace(/ ?\)/g, ')')
    .trim();
  const bare = plain.replace(UNIT, '').trim();
  return bare === '' ? plain : bare;
}

/** As normaliseHeading(), with years and dates left open: what an export calls `Saldo 2023` is `Saldo 2024` a year later. */
export function timelessHeading(text: string): string {
  return normaliseHeading(text)
    .replace(/\b(19|20)\d\d\b/g, '#')
    .replace(/\b\d{1,2} \d{1,2} #/g, '#')
    .replace(/\b# \d{1,2} \d{1,2}\b/g, '#');
}
