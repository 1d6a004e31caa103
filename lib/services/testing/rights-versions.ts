import { findReportPeriod } from '#lib/db/periods.ts';
import { putRedaction } from '#lib/db/redactions.ts';
import { createReportVersion } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import { readCurrentReport } from '../read-current-report.ts';
import { drawNonce, freezeAs, stageVersion } from '../render-version.ts';
import { OWNER } from './rights-things.ts';

const YEAR = 2023;
const ALU = { fiscalYear: YEAR, committee: 'ALU' };
/** What the open edition of Alfa's report leaves out. */
export const KEPT_OUT = { kind: 'column' as const, target: 'handleplaner.ansvarlig', ground: 'prøvelovens § 1' };

/**
 * Keeps something out of Alfa's open edition and freezes its report, as if nothing of the world had kept it from being
 * final. @returns the SHA-256 of the web page of the closed edition
 */
export async function freezeReport(store: Store): Promise<string> {
  const madeAt = '2024-03-01T12:00:00.000Z';
  const by = { personId: OWNER.personId, name: OWNER.name, at: madeAt };
  await store.writeTx((tx) => putRedaction(tx, ALU, KEPT_OUT, by));
  const period = await findReportPeriod(store.read, YEAR);
  if (!period) throw new Error('The world has a report.');
  const version = { number: 1, madeAt, reason: '', nonce: drawNonce() };
  const frozen = freezeAs((await readCurrentReport(store, period, 'ALU')).model, version);
  const { files, staged } = await stageVersion(store, frozen);
  const row = { ...ALU, ...version, status: 'final' as const, program: '0', madeByName: OWNER.name, published: null };
  await store.writeTx(async (tx) => {
    const kept = { ...row, periodId: period.id, modelSha256: frozen.sha256, files };
    await createReportVersion(tx, kept, OWNER.personId);
    for (const file of staged) file.keep();
  });
  return files.find(({ edition, format }) => edition === 'closed' && format === 'html')?.sha256 ?? '';
}
