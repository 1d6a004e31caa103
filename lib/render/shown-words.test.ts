import { expect, test } from 'vitest';
import { buildReport } from '#lib/report/build-report.ts';
import { toJson } from '#lib/report/json.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { renderHtml } from './html/render-html.ts';
import { layOutPage } from './page/lay-out-page.ts';

const model = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU');
/** A hyphen where people read a minus. */
const HYPHEN = /(?<![\p{L}\p{N}–-])-\d/u;

test('a screen has one minus in sentences, tables, charts and plans, and data keep the hyphen', () => {
  const text = renderHtml(model)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '\n');
  expect(text).not.toMatch(HYPHEN);
  expect(text).toContain('\u2212401.803');
  const page = layOutPage(model);
  const sentences = page.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
  );
  expect(sentences.join('\n')).not.toMatch(HYPHEN);
  expect(sentences.join('\n')).toContain('\u2212');
  const amounts = page.flatMap((block) =>
    block.kind === 'plans' ? block.functions.flatMap(({ cards }) => cards.flatMap((card) => card.amounts)) : [],
  );
  expect(amounts.map(({ printed }) => printed)).toContain('\u2212158.607\u00a0kr.');
  expect(JSON.stringify(toJson(model))).toContain('-401.803');
  expect(JSON.stringify(toJson(model))).not.toContain('\u2212');
});
