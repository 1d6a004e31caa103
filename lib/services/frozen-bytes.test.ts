import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeReceivedFiles } from '#lib/db/received-files.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import { makeFinal } from './make-final.ts';
import { as, prepareStores, ROOT } from './testing/demo-store.ts';

const stores = prepareStores();

/** Renders a frozen model on a day of its own, and prints the SHA-256 of each file. */
const RENDER = `
const day = Date.parse(process.env.DAY);
globalThis.Date = class extends Date {
  constructor(...given) { super(...(given.length === 0 ? [day] : given)); }
  static now() { return day; }
};
const { createHash } = await import('node:crypto');
const { readFileSync } = await import('node:fs');
const { thawModel } = await import('#lib/report/frozen-model.ts');
const { editionOf } = await import('#lib/services/render-version.ts');
const { renderBytes } = await import('#lib/services/render-bytes.ts');
const model = thawModel({ text: readFileSync(process.env.FROZEN, 'utf8'), sha256: process.env.SHA });
for (const edition of ['closed', 'open']) for (const format of ['html', 'json', 'pdf', 'xlsx']) {
  const bytes = await renderBytes(editionOf(model, edition), format);
  console.log(edition, format, createHash('sha256').update(bytes).digest('hex'));
}
`;

function renderOn(day: string, timeZone: string, frozen: string): string {
  const run = spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', RENDER], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', TZ: timeZone, DAY: day, FROZEN: frozen, SHA: path.basename(frozen) },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

/** Starts making a version in a process of its own and kills it `delay` ms after it began. */
function killMaking(folder: string, delay: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = path.join(import.meta.dirname, 'testing', 'write-final.ts');
    const child = spawn(process.execPath, [script, folder], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('begin')) timer ??= setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`It ended with ${code}.`));
      else resolve();
    });
  });
}

describe('a frozen version', () => {
  it('is the same bytes rendered on two other days, on either side of the world', { timeout: 120_000 }, async () => {
    const context = stores.demo();
    await makeFinal(as('secretariat', context), { year: 2023, committee: 'BIU', reason: '' });
    const [version] = await listReportVersions(context.store.read, 2023, 'BIU');
    const frozen = path.join(context.store.folder, 'reports', version?.modelSha256 ?? '');
    const made = version?.files.map(({ edition, format, sha256 }) => `${edition} ${format} ${sha256}\n`).join('');
    expect(renderOn('2024-02-29T23:59:59Z', 'Pacific/Kiritimati', frozen)).toBe(made);
    expect(renderOn('2031-10-27T00:30:00Z', 'America/Los_Angeles', frozen)).toBe(made);
  });

  it('is there whole or not at all when the process that makes it is killed', { timeout: 400_000 }, async () => {
    const outcomes: number[] = [];
    let left = 0;
    // On a slow machine the commit comes later: the moments go on until one lies after it.
    for (let moment = 0; moment < 5 || (moment < 40 && !outcomes.includes(1)); moment += 1) {
      const { store } = stores.demo();
      await killMaking(store.folder, 300 + moment * moment * 250);
      const versions = await listReportVersions(store.read, 2023, 'BIU');
      const events = await store.read.auditEvent.count({ where: { subject: 'reportVersion' } });
      const [version] = versions;
      expect([versions.length, events, version?.files.length ?? 0]).toEqual(version ? [1, 1, 8] : [0, 0, 0]);
      for (const sha256 of version ? [version.modelSha256, ...version.files.map((file) => file.sha256)] : []) {
        const bytes = readFileSync(path.join(store.folder, 'reports', sha256));
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      const kept = () =>
        existsSync(path.join(store.folder, 'reports')) ? readdirSync(path.join(store.folder, 'reports')) : [];
      left += kept().filter((name) => name.endsWith('.part')).length;
      removeReceivedFiles(store);
      expect(kept().filter((name) => name.endsWith('.part'))).toEqual([]);
      outcomes.push(versions.length);
    }
    // The moments reach from before the first write to after the commit, else the test has proved nothing.
    expect(new Set(outcomes)).toEqual(new Set([0, 1]));
    expect(left).toBeGreaterThan(0);
  });
});
