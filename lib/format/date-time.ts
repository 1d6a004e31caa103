import type { IsoDate } from '#lib/domain/date.ts';

const danishClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An ISO time in UTC → `21.11.2026 14.02` by Danish clocks, wherever it is shown. */
export function formatDateTime(at: string): string {
  const parts = new Map(danishClock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('day')}.${part('month')}.${part('year')} ${part('hour')}.${part('minute')}`;
}

/** The time of a moment by Danish clocks: `14.02`. */
export function formatClock(at: Date): string {
  return formatDateTime(at.toISOString()).slice(-5);
}

/** The calendar date of a moment by Danish clocks. */
export function danishDate(at: Date): IsoDate {
  const parts = new Map(danishClock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The moment at which a date begins by Danish clocks, as ISO time in UTC. */
export function danishMidnight(date: IsoDate): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Danish clocks are one or, in summer, two hours ahead; they never change at midnight.
  const summer = new Date(midnight - 2 * HOUR);
  return (danishDate(summer) === date ? summer : new Date(midnight - HOUR)).toISOString();
}

/** The day after a date. */
export function dayAfter(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
}

const HOUR = 3_600_000;
