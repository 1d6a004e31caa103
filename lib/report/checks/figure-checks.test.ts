import { describe, expect, test } from 'vitest';
import type { Acknowledgement, TextDocument } from '#lib/domain/report-text.ts';
import { buildReport } from '../build-report.ts';
import { NO_EXTRAS, type ReportExtras } from '../extras.ts';
import { ANY_INSTALLATION } from '../testing/arbitrary.ts';
import { failingIn, readyState } from '../testing/ready-state.ts';
import { proseOf, writtenText } from '../testing/written-text.ts';

const failingWith = (extras: Partial<ReportExtras>) =>
  failingIn(buildReport(readyState(), ANY_INSTALLATION, 'BIU', { ...NO_EXTRAS, ...extras }));

const LOOSE = 'Der var 4.711 konti, som 12 medarbejdere gennemgik.';
const acknowledged: Acknowledgement = {
  owner: 'BIU',
  place: 'kategorier',
  number: '4.711 konti',
  context: 'Der var 4.711 konti, som 12 medarbejdere gennemgik.',
  reason: 'Tallet er fra en anden rapport',
  personName: 'Demo Skribent',
  at: '2024-02-01T10:00:00.000Z',
};

describe('numbers in texts', () => {
  const texts = [writtenText(proseOf(LOOSE), { place: 'kategorier', owner: 'BIU' })];

  test('that are no figures of the report keep it a draft, or warn, each at its text', () => {
    const failing = failingWith({ texts });
    expect([...failing.keys()]).toEqual(['loese-tal', 'loese-tal-mulige']);
    expect(failing.get('loese-tal')).toMatchObject({
      severity: 'blocking',
      count: 1,
      places: [{ kind: 'text', place: 'kategorier', owner: 'BIU', note: '4.711 konti' }],
    });
    expect(failing.get('loese-tal-mulige')).toMatchObject({ severity: 'warning', count: 1 });
  });

  test('hold where they are acknowledged, in that text only', () => {
    expect([...failingWith({ texts, acknowledgements: [acknowledged] }).keys()]).toEqual(['loese-tal-mulige']);
    for (const elsewhere of [{ owner: '' }, { place: 'balancen' as const }, { number: '4.712 konti' }]) {
      const others = [{ ...acknowledged, ...elsewhere }];
      expect([...failingWith({ texts, acknowledgements: others }).keys()]).toContain('loese-tal');
    }
  });
});

test('a field without a figure keeps the report a draft, and says which', () => {
  const document: TextDocument = [
    { kind: 'paragraph', content: [{ kind: 'figure', key: 'borte.antal', unit: 'usual' }] },
  ];
  const failing = failingWith({ texts: [writtenText(document)] });
  expect(failing.get('ukendte-felter')).toMatchObject({
    severity: 'blocking',
    places: [{ kind: 'text', owner: '', place: 'aendret-regnskabspraksis', note: 'borte.antal, fælles tekst' }],
  });
});
