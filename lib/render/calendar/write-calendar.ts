import type { IsoDate } from '#lib/domain/date.ts';
import { addDays } from '#lib/domain/working-day.ts';

/** A whole day in a calendar. */
export interface CalendarDay {
  /** Stays the same for as long as the thing does. */
  key: string;
  date: IsoDate;
  title: string;
  text: string;
  address: string;
}

const LONGEST_LINE = 75;

/** A value of text: backslash, comma, semicolon and line ends are written as RFC 5545 has them; control characters go. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** Lines of at most 75 octets, no sign cut in two; those that go on begin with a blank (RFC 5545, 3.1). */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** An iCalendar document (RFC 5545) of whole days. `stamp`: ISO time at which it was made. */
export function writeCalendar(name: string, days: readonly CalendarDay[], stamp: string): string {
  const compact = (date: IsoDate) => date.replaceAll('-', '');
  const at = stamp.replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Afstemt//Frister//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...days.flatMap(({ key, date, title, text, address }) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(key)}@afstemt`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
      `SUMMARY:${escapeText(title)}`,
      `DESCRIPTION:${escapeText(text)}`,
      `URL:${address}`,
      // A deadline keeps nobody from a meeting.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
