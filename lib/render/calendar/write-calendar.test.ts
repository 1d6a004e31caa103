import fc from 'fast-check';
import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from './write-calendar.ts';

const STAMP = '2026-11-21T08:30:00.123Z';
const day = {
  key: 'step/abc',
  date: '2026-12-31',
  title: 'Trin i handleplan, konto 95900015',
  text: 'Ryk for svar; få bilag\nog afklar "resten", \\ ellers afskriv',
  address: 'https://afstemt.example.dk/2026-10/konti/95900015',
};

/** What another program makes of it. */
function readBack(text: string) {
  const calendar = new ical.Component(ical.parse(text) as string | object[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ical.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      text: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      wholeDay: event.startDate.isDate,
    };
  });
}

describe('a calendar', () => {
  it('is read by another program as it was meant', () => {
    expect(readBack(writeCalendar('Frister', [day], STAMP))).toEqual([
      {
        uid: 'step/abc@afstemt',
        title: day.title,
        text: day.text,
        start: '2026-12-31',
        end: '2027-01-01',
        wholeDay: true,
      },
    ]);
  });

  it('holds any text, in lines of at most 75 octets that end as they must', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: fc.string({ unit: 'grapheme' }), text: fc.string({ unit: 'binary' }) })),
        (texts) => {
          const days = texts.map((one, index) => ({ ...day, ...one, key: `k${index}` }));
          const written = writeCalendar('Frister, æøå', days, STAMP);
          expect(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
          expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          expect(readBack(written)).toHaveLength(days.length);
          expect(written.match(/BEGIN:VEVENT/g)?.length ?? 0).toBe(days.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
