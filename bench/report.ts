import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import exceljs from 'exceljs';
import { readInstallation } from '#lib/db/settings.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { renderExcel } from '#lib/render/excel/render-excel.ts';
import { renderHtml } from '#lib/render/html/render-html.ts';
import { renderPdf } from '#lib/render/pdf/render-pdf.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { isMoney, type ReportModel } from '#lib/report/model.ts';
import { loadDemo } from '#lib/services/load-demo.ts';
import { readState } from '#lib/services/read-state.ts';
import { findBrowser } from '../scripts/find-browser.ts';
import { printByPeer } from './shared/print-by-peer.ts';
import type { Part, Row } from './shared/row.ts';
import { ROOT, withEmptyStore } from './shared/stores.ts';
import { type Sample, sampleInTurns, showRatio, showSample, showTime, timeOf } from './shared/timing.ts';

const COMMITTEE = 'BIU';
const RUNS = 9;
const GOAL_MS = { model: 50, pdf: 1_000, excel: 500 };

/** The sums that the report is made of, as a database alone finds them: amounts by function, findings by category. */
const BARE_SUMS = [
  `SELECT "imFunction", count(*), sum("balance") FROM "Account" WHERE "periodId" = '2023-12' GROUP BY 1`,
  `SELECT f."committeeCode", a."imFunction", f."category", count(DISTINCT f."id"), sum(i."amount"),
     sum(CASE WHEN i."postingDate" <= '2022-12-31' THEN i."amount" ELSE 0 END)
   FROM "Finding" f JOIN "Item" i ON i."findingId" = f."id"
   JOIN "Account" a ON a."periodId" = f."periodId" AND a."number" = f."accountNumber"
   WHERE f."periodId" = '2023-12' GROUP BY 1, 2, 3`,
  `SELECT "category", count(*) FROM "Reconciliation" WHERE "periodId" = '2023-12' GROUP BY 1`,
  `SELECT "reconciledBy", count(*) FROM "Responsibility" WHERE "periodId" = '2023-12' GROUP BY 1`,
];

interface Measured {
  model: ReportModel;
  row: Row;
}

/** Loads the reference case and measures the model of one committee on it. */
function measureModel(): Promise<Measured> {
  return withEmptyStore(async ({ store }) => {
    await loadDemo(store, ROOT);
    const period = parsePeriod('2023-12');
    if (!period) throw new Error('2023-12 is a period.');
    const state = await readState(store, period);
    const installation = await readInstallation(store.read);
    const db = new Database(path.join(store.folder, 'afstemt.db'), { readonly: true });
    try {
      const build = () => timeOf(() => buildReport(state, installation, COMMITTEE));
      const first = await build();
      const [ours, bare] = await sampleInTurns(RUNS, build, () =>
        timeOf(() => {
          for (const sql of BARE_SUMS) db.prepare(sql).all();
        }),
      );
      if (!ours || !bare) throw new Error('Nothing was measured.');
      return {
        model: buildReport(state, installation, COMMITTEE),
        row: {
          what: `model of a committee (first call ${showTime(first)})`,
          ours: showSample(ours),
          beside: `${showSample(bare)} the bare sums in SQL`,
          ratio: showRatio(ours.median, bare.median),
          goal: '≤ 50 ms, first too',
          met: ours.median <= GOAL_MS.model && first <= GOAL_MS.model,
        },
      };
    } finally {
      db.close();
    }
  });
}

async function printByBrowser(browser: Browser, model: ReportModel): Promise<void> {
  const page = await browser.newPage();
  await page.setContent(renderHtml(model));
  await page.pdf({ format: 'A4' });
  await page.close();
}

async function measurePdf(model: ReportModel): Promise<Row[]> {
  const executablePath = await findBrowser(ROOT);
  if (executablePath === null) throw new Error('There is no browser to print beside.');
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const first = await timeOf(() => renderPdf(model));
    const [ours, printed, laid] = await sampleInTurns(
      RUNS,
      () => timeOf(() => renderPdf(model)),
      () => timeOf(() => printByBrowser(browser, model)),
      () => timeOf(() => printByPeer(model)),
    );
    if (!ours || !printed || !laid) throw new Error('Nothing was measured.');
    const row = (peer: Sample, name: string): Row => ({
      what: `PDF of the report (first call ${showTime(first)})`,
      ours: showSample(ours),
      beside: `${showSample(peer)} ${name}`,
      ratio: showRatio(ours.median, peer.median),
      goal: '≤ 1 s',
      met: ours.median <= GOAL_MS.pdf,
    });
    return [row(printed, "Chromium's print of it"), row(laid, '@react-pdf/renderer, untagged')];
  } finally {
    await browser.close();
  }
}

/** The model's tables as plain cells, one sheet each, and nothing else. */
async function writePlainWorkbook(model: ReportModel): Promise<void> {
  const workbook = new exceljs.Workbook();
  for (const { id, columns, rows } of model.tables) {
    const sheet = workbook.addWorksheet(id);
    sheet.addRow(columns.map(({ label }) => label));
    for (const row of rows)
      sheet.addRow(row.map((cell) => (isMoney(cell) ? Number(cell.printed.replaceAll('.', '')) : cell)));
  }
  await workbook.xlsx.writeBuffer();
}

async function measureExcel(model: ReportModel): Promise<Row> {
  const first = await timeOf(() => renderExcel(model));
  const [ours, peer] = await sampleInTurns(
    RUNS,
    () => timeOf(() => renderExcel(model)),
    () => timeOf(() => writePlainWorkbook(model)),
  );
  if (!ours || !peer) throw new Error('Nothing was measured.');
  return {
    what: `Excel of the report (first call ${showTime(first)})`,
    ours: showSample(ours),
    beside: `${showSample(peer)} its cells by bare exceljs`,
    ratio: showRatio(ours.median, peer.median),
    goal: '≤ 0.5 s',
    met: ours.median <= GOAL_MS.excel,
  };
}

async function run(): Promise<Row[]> {
  const { model, row } = await measureModel();
  return [row, ...(await measurePdf(model)), await measureExcel(model)];
}

export const REPORT: Part = { name: 'report: model, pdf, excel', run };
