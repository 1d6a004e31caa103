import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The process believes that it is another day, and speaks another language. */
const PROGRAM = `
const now = Number(process.env.NOW);
globalThis.Date = class extends Date {
  constructor(...parts) { super(...(parts.length === 0 ? [now] : parts)); }
  static now() { return now; }
};
const { createHash } = await import('node:crypto');
const { sampleModel } = await import('#lib/render/testing/sample-model.ts');
const { renderPdf } = await import('#lib/render/pdf/render-pdf.ts');
const { renderExcel } = await import('#lib/render/excel/render-excel.ts');
const { renderHtml } = await import('#lib/render/html/render-html.ts');
const { renderRowsXlsx } = await import('#lib/render/rows/rows-xlsx.ts');
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
const model = sampleModel();
const list = { name: 'a', title: 'b', columns: [{ label: 'c', kind: 'date' }], rows: [['2023-12-31']] };
console.log([await renderPdf(model), await renderExcel(model), renderHtml(model), await renderRowsXlsx(list)].map(hash).join(' '));
`;

function hashesIn(timeZone: string, now: string, language: string): string {
  const run = spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', PROGRAM], {
    env: { ...process.env, TZ: timeZone, NOW: String(Date.parse(now)), LC_ALL: language, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

test('the same model gives the same bytes on either side of the world, in another year and another language', () => {
  const first = hashesIn('Pacific/Kiritimati', '2024-02-29T23:59:59Z', 'da_DK.UTF-8');
  expect(first).toMatch(/^([0-9a-f]{64} ){3}[0-9a-f]{64}\n$/);
  expect(hashesIn('America/Los_Angeles', '2031-07-01T06:00:00Z', 'en_US.UTF-8')).toBe(first);
});
