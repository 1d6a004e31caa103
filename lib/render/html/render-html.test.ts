import { describe, expect, test } from 'vitest';
import { columnKind, printCell } from '#lib/render/blocks.ts';
import { fillTexts } from '#lib/render/testing/fill-texts.ts';
import { drawn } from '#lib/render/testing/read-pdf.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { tableOf } from '#lib/report/model.ts';
import { renderHtml } from './render-html.ts';

const model = sampleModel();
const page = renderHtml(model);

/** Every tag of the page as name and attributes; throws where tags do not pair. */
function parseTags(source: string): { name: string; attributes: string }[] {
  const open: string[] = [];
  const tags: { name: string; attributes: string }[] = [];
  for (const [, slash, name = '', attributes = ''] of source.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^<>]*)?)\/?>/g,
  )) {
    if (slash) expect(open.pop(), `</${name}>`).toBe(name);
    else {
      tags.push({ name, attributes });
      const isVoid = ['meta', 'circle', 'rect', 'path', 'polyline'].includes(name);
      if (!isVoid) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return tags;
}

const textOf = (source: string): string =>
  source
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '\u0001')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('the page', () => {
  test('is well formed, in Danish, on its own, without script', () => {
    const tags = parseTags(page);
    expect(page.startsWith('<!doctype html>\n<html lang="da">')).toBe(true);
    expect(tags.filter(({ name }) => ['script', 'link', 'img', 'iframe'].includes(name))).toEqual([]);
    // The only addresses outside the page are those that people wrote into a text.
    expect(page).not.toMatch(/(?:src|href)="(?!#|https:\/\/example\.org\/|mailto:)|url\(|@import|\son[a-z]+=|\sstyle=/);
    expect(tags.filter(({ name }) => name === 'h1').length).toBe(1);
  });

  test('holds each cell of each table of the document, in order, row by row', () => {
    let from = 0;
    const text = textOf(page);
    for (const block of model.document) {
      if (block.kind !== 'table') continue;
      const table = tableOf(model, block.table);
      from = text.indexOf(table.title, from);
      expect(from, table.id).toBeGreaterThan(0);
      for (const row of [...table.rows, ...(table.rows.length > 0 && table.total ? [table.total] : [])]) {
        for (const [index, cell] of row.entries()) {
          const column = table.columns[index];
          const expected = column && columnKind(column) === 'category' ? String(cell) : drawn(printCell(cell));
          const found = text.indexOf(`\u0001${expected}`, from);
          expect(found, `${table.id} ${expected}`).toBeGreaterThanOrEqual(from);
          expect(found - from, `${table.id} ${expected}`).toBeLessThan(600);
          from = found;
        }
      }
    }
  });

  test('has heads with scope, captions, and links from the contents to each heading', () => {
    const tags = parseTags(page);
    const tables = model.document.filter((block) => block.kind === 'table').length;
    expect(tags.filter(({ name }) => name === 'caption').length).toBe(tables);
    for (const { attributes } of tags.filter(({ name }) => name === 'th')) expect(attributes).toContain('scope="');
    const ids = new Set(tags.flatMap(({ attributes }) => /\sid="([^"]*)"/.exec(attributes)?.[1] ?? []));
    const links = tags.flatMap(({ attributes }) => /\shref="#([^"]*)"/.exec(attributes)?.[1] ?? []);
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(ids.has(link), link).toBe(true);
  });

  test('says UDKAST while it is one', () => {
    expect(page).toContain('UDKAST');
    expect(renderHtml(sampleModel({ status: 'klar' }))).not.toContain('UDKAST');
  });

  test.each(['<script>alert(1)</script>', '" onmouseover="x', "'><b>", '&lt;', '</style><script>'])(
    '%s is text wherever it stands',
    (text) => {
      const filled = renderHtml(fillTexts(model, text));
      expect(
        parseTags(filled)
          .map(({ name }) => name)
          .filter((name) => name === 'script' || name === 'b'),
      ).toEqual([]);
      expect(filled).not.toMatch(/\sonmouseover="/);
      expect(textOf(filled).split(text).length).toBeGreaterThan(300);
    },
  );
});
