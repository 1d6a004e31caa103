import exceljs from 'exceljs';
import { collectPlanWorkbook } from '../collect-plan-workbook.ts';
import type { Context } from '../context.ts';
import { exportPlanWorkbook } from '../export-plan-workbook.ts';
import { getPlanWorkbookPage } from '../get-plan-workbook-page.ts';
import { previewPlanWorkbook } from '../preview-plan-workbook.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA_REGISTER, type Ids, PERIOD } from './rights-names.ts';

const out = (committee: string) => ({ periodId: PERIOD, committee, responsible: null, split: false });

/** A workbook that is none: whoever may take plans home is told so, all others that they may not. */
const NO_WORKBOOK = { name: 'svar.xlsx', bytes: new TextEncoder().encode('intet') };

/** The row under the heads, and the column *Problem*. */
const FIRST_PROBLEM = 'G5';

/** What the asker was sent, with another problem in its first row. */
async function answerOf(context: Context, committee: string) {
  const sent = await exportPlanWorkbook(context, out(committee));
  if (!sent) return NO_WORKBOOK;
  const workbook = new exceljs.Workbook();
  // exceljs declares a Buffer of its own that Node's does not match.
  await workbook.xlsx.load(Buffer.from(sent.bytes) as unknown as exceljs.Buffer);
  const sheet = workbook.worksheets[0];
  if (sheet) sheet.getCell(FIRST_PROBLEM).value = 'Prøve';
  return { name: 'svar.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

async function collectAsShown(context: Context, { committee }: Ids) {
  const answer = await answerOf(context, committee);
  const shown = await previewPlanWorkbook(context, { periodId: PERIOD, committee }, answer);
  const digest = shown.ok ? shown.value.digest : '';
  return collectPlanWorkbook(context, { periodId: PERIOD, committee, digest, chosen: [], reason: 'Prøve' }, answer);
}

/** Action plans out as a workbook, and home again. */
export const PLAN_WORKBOOK_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'seeReport',
    at: ALFA_REGISTER,
    use: 'getPlanWorkbookPage',
    call: (context, ids) => getPlanWorkbookPage(context, ids.period, ids.committee),
  },
  {
    does: 'read',
    by: 'collectPlans',
    at: ALFA_REGISTER,
    use: 'exportPlanWorkbook',
    call: (context, ids) => exportPlanWorkbook(context, out(ids.committee)),
  },
  {
    does: 'read',
    by: 'collectPlans',
    at: ALFA_REGISTER,
    use: 'previewPlanWorkbook',
    call: (context, ids) => previewPlanWorkbook(context, { periodId: PERIOD, committee: ids.committee }, NO_WORKBOOK),
  },
  {
    does: 'write',
    by: 'collectPlans',
    at: ALFA_REGISTER,
    use: 'collectPlanWorkbook',
    call: collectAsShown,
  },
];
