import { expect, test } from 'vitest';
import { renderHtml } from './html/render-html.ts';
import { pageFooter } from './pdf/front-page.ts';
import { sampleModel } from './testing/sample-model.ts';
import { versionFacts } from './version-facts.ts';

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

test('a checksum is divided on a narrow screen rather than widen the page', () => {
  const html = renderHtml(model);
  expect(html).toMatch(new RegExp(`<div class="facts">.*${sha256}`, 's'));
  expect(html).toMatch(/\.facts p \{[^}]*overflow-wrap: anywhere/);
  // Words for those who hear the page are placed apart, and would else stand outside what scrolls.
  expect(html).toMatch(/\.wide \{[^}]*position: relative/);
});
