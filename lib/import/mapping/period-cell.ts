/** Which period a row is of; a part that the cell does not say is null. Month 0 is the opening balance. */
interface PeriodCell {
  year: number | null;
  month: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const;
const ENGLISH: Readonly<Record<string, number>> = { may: 5, oct: 10 };
const LAST_MONTH = 16;

/** `januar`, `jan.` → 1; null for what is no month's name. */
export function monthOfName(text: string): number | null {
  const name = text.toLowerCase().replace(/\.$/, '');
  if (!/^[a-zæøå]{3,9}$/.test(name)) return null;
  const place = MONTHS.findIndex((month) => name.startsWith(month));
  return place === -1 ? (ENGLISH[name.slice(0, 3)] ?? null) : place + 1;
}

/** Reads `12`, `012`, `2023-12`, `202312`, `2023012`, `012.2023`, `12/2023`, `december`, `primo`; null for anything else. */
export function parsePeriodCell(text: string): PeriodCell | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'primo' || plain === 'ib') return { year: null, month: 0 };
  const named = monthOfName(plain);
  if (named !== null) return { year: null, month: named };
  const yearFirst = /^(\d{4})[-./ ]?(\d{2,3})$/.exec(plain);
  if (yearFirst) return toCell(yearFirst[1], yearFirst[2]);
  const yearLast = /^(\d{1,3})[-./ ](\d{4})$/.exec(plain);
  if (yearLast) return toCell(yearLast[2], yearLast[1]);
  if (/^\d{1,3}$/.test(plain)) return toCell(undefined, plain);
  if (/^(19|20)\d{2}$/.test(plain)) return { year: Number(plain), month: null };
  return null;
}

function toCell(year: string | undefined, month: string | undefined): PeriodCell | null {
  const number = Number(month);
  return number > LAST_MONTH ? null : { year: year === undefined ? null : Number(year), month: number };
}
