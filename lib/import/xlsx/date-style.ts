import { type IsoDate, isoDate } from '#lib/domain/date.ts';

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was; right from 1 March 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Whether a number format shows a date: built in (14–22, 45–47), or a format with day, month or year in it. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return true;
  if (code === undefined) return false;
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '');
  return /[dmyåhs]/i.test(bare) && !/[#0?]/.test(bare.replace(/\.0+/g, ''));
}

/** An Excel day number → ISO date, its time of day left out; null where it is no day of the years we know. */
export function toDate(serial: number, from1904: boolean): IsoDate | null {
  if (!Number.isFinite(serial) || serial < 1) return null;
  const day = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY);
  return Number.isNaN(day.getTime()) ? null : isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}
