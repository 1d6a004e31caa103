import { strToU8, zipSync } from 'fflate';
import { readInstallation } from '#lib/db/settings.ts';
import { followUp, olderPart } from '#lib/domain/finding.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { oneYearBefore, type Period } from '#lib/domain/period.ts';
import { planRowsOf } from '#lib/domain/plan-row.ts';
import { type PlanWorkbookRow, renderPlanWorkbook } from '#lib/render/plan-workbook/render-plan-workbook.ts';
import { planExportInput, writeRowKey } from '#lib/schemas/plan-workbook.ts';
import type { Context } from './context.ts';
import { type ExportedFile, toFileName } from './export-report.ts';
import { logReading } from './log-reading.ts';
import { parseInput } from './parse-input.ts';
import { findPlanCommittee, keyOfRow, listPlanned, type PlannedFinding, recipientOf } from './plan-workbook-rows.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The action plans of a committee as a workbook to send out to whoever is responsible: all of them, those of one, or a
 * zip with a workbook for each. Null where there are none that the actor may take home again.
 */
export async function exportPlanWorkbook(context: Context, input: unknown): Promise<ExportedFile | null> {
  const parsed = parseInput(planExportInput, input);
  if (!parsed.ok) return null;
  const { periodId, committee: code, responsible, split } = parsed.value;
  const period = await findPeriod(context.store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const committee = findPlanCommittee(context, state, code);
  if ('path' in committee) return null;
  const planned = listPlanned(state, code).filter(
    ({ finding }) => responsible === null || recipientOf(finding) === responsible,
  );
  if (planned.length === 0) return null;
  const installation = await readInstallation(context.store.read);
  const render = (rows: readonly PlannedFinding[], recipient: string) =>
    renderPlans(period, installation, committee.name, recipient, rows);
  const stem = `handleplaner-${periodId}-${toFileName(code)}`;
  const file = split
    ? { fileName: `${stem}.zip`, contentType: 'application/zip', bytes: await renderEach(stem, planned, render) }
    : {
        fileName: `${stem}${responsible === null ? '' : `-${inFileName(responsible)}`}.xlsx`,
        contentType: XLSX,
        bytes: await render(planned, responsible ?? ''),
      };
  await logReading(context, 'collectPlans', {
    action: 'export',
    subject: 'list',
    subjectId: 'handleplaner',
    periodId,
    what: { format: split ? 'zip' : 'xlsx', rows: planned.length, committee: code, responsible: responsible ?? '' },
  });
  return file;
}

type Render = (rows: readonly PlannedFinding[], recipient: string) => Promise<Uint8Array>;

async function renderEach(stem: string, planned: readonly PlannedFinding[], render: Render): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const [recipient, rows] of Map.groupBy(planned, ({ finding }) => recipientOf(finding))) {
    const name = `${stem}-${inFileName(recipient)}`;
    // Names that differ only in signs that no file name can hold.
    const taken = Object.keys(files).filter((known) => known === `${name}.xlsx` || known.startsWith(`${name}-(`));
    files[taken.length === 0 ? `${name}.xlsx` : `${name}-(${taken.length + 1}).xlsx`] = await render(rows, recipient);
  }
  // Written as the clock shows it in whatever place it is made in: the same plans give the same bytes.
  return zipSync(files, { mtime: new Date(2000, 0, 1) });
}

/** Signs that every file system takes. */
function inFileName(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N} _-]+/gu, '-').trim();
  return strToU8(plain).length > 100 ? plain.slice(0, 50) : plain || 'uden-ansvarlig';
}

function renderPlans(
  period: Period,
  { municipality }: Installation,
  committee: string,
  responsible: string,
  planned: readonly PlannedFinding[],
): Promise<Uint8Array> {
  const limit = oneYearBefore(period.balanceDate);
  const rows = planned.flatMap(({ account, finding }): PlanWorkbookRow[] =>
    planRowsOf(account.number, finding).map((row) => ({
      row,
      key: writeRowKey(keyOfRow(period.id, row)),
      accountName: account.name,
      category: finding.category,
      theme: finding.theme,
      followUp: followUp(finding),
      older: olderPart(finding, limit),
    })),
  );
  return renderPlanWorkbook({
    municipality,
    committee,
    responsible,
    periodId: period.id,
    balanceDate: period.balanceDate,
    rows,
  });
}
