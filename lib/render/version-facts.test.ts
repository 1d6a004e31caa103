import { expect, test } from 'vitest';
import { openEdition } from '#lib/report/edition.ts';
import { tableOf } from '#lib/report/model.ts';
import { renderHtml } from './html/render-html.ts';
import { pageFooter } from './pdf/front-page.ts';
import { sampleModel } from './testing/sample-model.ts';
import { tellEdition, versionFacts } from './version-facts.ts';

const sha256 = 'ab'.repeat(32);
const model = {
  ...sampleModel({ status: 'endelig' }),
  version: { number: 2, madeOn: '2024-03-04', sha256, reason: 'Ny tekst' },
};

test('a version says that the checksum it states is the model’s and not that of the file', () => {
  expect(versionFacts(model)).toContainEqual(['Modellens SHA-256', sha256]);
  expect(versionFacts(model)).toContainEqual(['Filernes SHA-256', 'Står på siden Versioner']);
});

test('a version says its number at the foot of each page', () => {
  expect(JSON.stringify(pageFooter(model, 2, 9))).toContain('"Endelig, version 2"');
});

test('an edition says that something is left out of the open one only where something is', () => {
  const account = tableOf(model, 'handleplaner').rows[0]?.[0];
  const chosen = (target: string, kind: 'finding' | 'column' = 'finding') => {
    const whole = { ...model, redactions: [{ kind, target, ground: 'lov' }] };
    return [whole, openEdition(whole)].map(tellEdition);
  };
  expect(chosen(String(account))).toEqual([
    expect.stringMatching(/^Lukket udgave/),
    'Åben udgave: 1 handleplan er udeladt efter lov. Alle summer er hele.',
  ]);
  expect(chosen('handleplaner.problem', 'column').map((told) => told.slice(0, 4))).toEqual(['Lukk', 'Åben']);
  // Its plan is not printed any more.
  expect(chosen('90000000')).toEqual(['', '']);
});

test('a checksum is divided on a narrow screen rather than widen the page', () => {
  const html = renderHtml(model);
  expect(html).toMatch(new RegExp(`<div class="facts">.*${sha256}`, 's'));
  expect(html).toMatch(/\.facts p \{[^}]*overflow-wrap: anywhere/);
  // Words for those who hear the page are placed apart, and would else stand outside what scrolls.
  expect(html).toMatch(/\.wide \{[^}]*position: relative/);
});
