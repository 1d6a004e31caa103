import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const PROGRAM = `
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

function hashesIn(timeZone: string): string {
  const run = spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', PROGRAM], {
    env: { ...process.env, TZ: timeZone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

test('the same model gives the same bytes in two processes on either side of the world', () => {
  const first = hashesIn('Pacific/Kiritimati');
  expect(first).toMatch(/^([0-9a-f]{64} ){3}[0-9a-f]{64}\n$/);
  expect(hashesIn('America/Los_Angeles')).toBe(first);
});
