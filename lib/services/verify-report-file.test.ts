import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Edition, ReportFormat } from '#lib/domain/report-version.ts';
import type { Context } from './context.ts';
import { exportReport } from './export-report.ts';
import { getVersionFile } from './get-version-file.ts';
import { makeFinal } from './make-final.ts';
import { publishVersion } from './publish-version.ts';
import { saveRedaction } from './save-redaction.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { verifyReportFile } from './verify-report-file.ts';

const stores = prepareStores();
const BIU = { year: 2023, committee: 'BIU' };
const GROUND = 'offentlighedslovens § 30, nr. 2';

async function finalize(context: Context): Promise<void> {
  const result = await makeFinal(as('secretariat', context), { ...BIU, reason: '' });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

async function bytesOf(context: Context, format: ReportFormat, edition: Edition = 'open'): Promise<Uint8Array> {
  const file = await getVersionFile(as('secretariat', context), { ...BIU, number: 1, edition, format });
  if (!file) throw new Error('no file');
  return file.bytes;
}

/** The PDF as qpdf writes it anew, its objects packed into streams; null where there is no qpdf. */
function rewrite(pdf: Uint8Array): Uint8Array | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-qpdf-'));
  try {
    const [from, to] = ['a.pdf', 'b.pdf'].map((name) => path.join(folder, name));
    writeFileSync(from ?? '', pdf);
    const run = spawnSync('qpdf', ['--object-streams=generate', '--recompress-flate', from ?? '', to ?? '']);
    return run.error ? null : readFileSync(to ?? '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a file in hand', () => {
  it('is told to be the version that it is, to the last byte, in every format', async () => {
    const context = await stores.final();
    for (const format of ['pdf', 'xlsx', 'html', 'json'] as const) {
      const verdict = await verifyReportFile(as('secretariat', context), await bytesOf(context, format));
      expect(verdict).toMatchObject({
        kind: 'ours',
        format,
        editions: ['open', 'closed'],
        version: { year: 2023, committee: 'BIU', number: 1, status: 'final', newer: null },
      });
    }
  });

  it('that was changed is told to say what it is not, and of a draft or else that it is unknown', async () => {
    const context = await stores.final();
    const verify = (bytes: Uint8Array) => verifyReportFile(as('secretariat', context), bytes);
    const pdf = await bytesOf(context, 'pdf');
    const workbook = unzipSync(await bytesOf(context, 'xlsx'));
    const html = new TextDecoder().decode(await bytesOf(context, 'html'));
    const sheet = new TextDecoder().decode(workbook['xl/worksheets/sheet1.xml']);
    const rewritten = rewrite(pdf);
    const altered = [
      Buffer.concat([pdf, Buffer.from('\n')]),
      ...(rewritten ? [rewritten] : []),
      zipSync({ ...workbook, 'xl/worksheets/sheet1.xml': strToU8(`${sheet} `) }),
      strToU8(html.replace('version 1', 'version 9')),
    ];
    for (const bytes of altered) {
      expect(await verify(bytes)).toMatchObject({ kind: 'altered', version: { committee: 'BIU', number: 1 } });
    }
    const draft = await exportReport(as('secretariat', context), 2023, 'BIU', 'html');
    const strange = [
      draft?.bytes ?? new Uint8Array(),
      strToU8('PK\x03\x04 er ikke et arkiv'),
      strToU8('%PDF-1.7 stream endstream stream'),
      strToU8(html.replace(/sha256:[0-9a-f]{64}/, `sha256:${'0'.repeat(64)}`)),
      new Uint8Array(),
    ];
    for (const bytes of strange) expect((await verify(bytes)).kind).toBe('unknown');
  });

  it('says whether it was published and what has taken its place', async () => {
    const context = await stores.final();
    const [pdf, json] = [await bytesOf(context, 'pdf'), await bytesOf(context, 'json')];
    await publishVersion(as('secretariat', context), { ...BIU, number: 1 });
    await saveRedaction(as('secretariat', context), { ...BIU, kind: 'finding', target: '95900015', ground: GROUND });
    expect(await makeFinal(as('secretariat', context), { ...BIU, reason: 'Udeladt' })).toMatchObject({ ok: true });
    for (const bytes of [pdf, json, await bytesOf(context, 'json')]) {
      expect(await verifyReportFile(as('auditor', context), bytes)).toMatchObject({
        kind: 'ours',
        version: { number: 1, status: 'published', newer: { number: 2, isPublished: false } },
      });
    }
    await publishVersion(as('secretariat', context), { ...BIU, number: 2 });
    expect(await verifyReportFile(as('auditor', context), pdf)).toMatchObject({
      version: { number: 1, newer: { number: 2, isPublished: true } },
    });
  });

  it('of a committee or an edition that one may not see is unknown', async () => {
    const context = stores.demo();
    await saveRedaction(as('secretariat', context), { ...BIU, kind: 'finding', target: '95900015', ground: GROUND });
    await finalize(context);
    const [open, closed] = [await bytesOf(context, 'html'), await bytesOf(context, 'html', 'closed')];
    expect(await verifyReportFile(as('auditor', context), closed)).toMatchObject({
      kind: 'ours',
      editions: ['closed'],
    });
    expect(await verifyReportFile(as('systemOwner', context), open)).toMatchObject({
      kind: 'ours',
      editions: ['open'],
    });
    expect((await verifyReportFile(as('systemOwner', context), closed)).kind).toBe('unknown');
    const nobody = { ...context, actor: { ...as('auditor', context).actor, grants: [] } };
    for (const bytes of [open, closed, Buffer.concat([open, Buffer.from(' ')])]) {
      expect((await verifyReportFile(nobody, bytes)).kind).toBe('unknown');
    }
  });
});
