import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listReportVersions } from '#lib/db/report-versions.ts';
import { REPORT_FORMATS, type ReportFormat } from '#lib/domain/report-version.ts';
import type { Context } from './context.ts';
import { getVersionFile } from './get-version-file.ts';
import { makeFinal } from './make-final.ts';
import { publishVersion } from './publish-version.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { as, prepareStores, ROOT } from './testing/demo-store.ts';

const stores = prepareStores();
const BIU = { year: 2023, committee: 'BIU' };
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const versionsOf = ({ store }: Context) => listReportVersions(store.read, 2023, 'BIU');
const keptIn = ({ store }: Context) => readdirSync(path.join(store.folder, 'reports')).sort();

/** A line of the equity's register: what changes the report after a version was made. */
const addLine = (context: Context, text: string) =>
  saveRegisterLine(as('accountant2', context), {
    periodId: '2023-12',
    register: 'egenkapital',
    lineId: null,
    version: 0,
    content: {
      committee: 'BIU',
      account: '',
      imFunction: '9.75.99',
      name: 'Prøve',
      text,
      amount: 5_000_000n,
      documentation: '',
    },
  });

async function finalize(context: Context, reason = '') {
  const result = await makeFinal(as('secretariat', context), { ...BIU, reason });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.number;
}

describe('a final version', () => {
  it('has model and files of both editions under their hashes, and an event, in one', { timeout: 60_000 }, async () => {
    const context = stores.demo();
    expect(await finalize(context)).toBe(1);
    const [version] = await versionsOf(context);
    expect(version).toMatchObject({
      number: 1,
      status: 'final',
      reason: '',
      madeByName: 'Demo Sekretariat',
      published: null,
    });
    expect(version?.files.map(({ edition, format }) => `${edition} ${format}`)).toEqual(
      ['closed', 'open'].flatMap((edition) => ['html', 'json', 'pdf', 'xlsx'].map((format) => `${edition} ${format}`)),
    );
    const hashes = new Set([version?.modelSha256, ...(version?.files ?? []).map(({ sha256 }) => sha256)]);
    expect(keptIn(context)).toEqual([...hashes].sort());
    for (const name of keptIn(context)) {
      expect(sha(readFileSync(path.join(context.store.folder, 'reports', name)))).toBe(name);
    }
    const event = await context.store.read.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(event).toMatchObject({
      action: 'freeze',
      subject: 'reportVersion',
      subjectId: '2023-BIU-1',
      role: 'secretariat',
    });
    const [pdf] = [
      await getVersionFile(as('secretariat', context), { ...BIU, number: 1, edition: 'open', format: 'pdf' }),
    ];
    expect(pdf).toMatchObject({ source: 'rendered', fileName: 'aarsrapport-2023-BIU-version-1.pdf' });
  });
});
