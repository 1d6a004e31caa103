import { readBrand } from '#lib/db/brand.ts';
import { listAttachmentNames } from '#lib/db/documents.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { listRedactions } from '#lib/db/redactions.ts';
import { listAcknowledgements, listReportTexts } from '#lib/db/report-texts.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { SHARED } from '#lib/domain/report-text.ts';
import type { ReportExtras } from '#lib/report/extras.ts';
import { type LastYear, readLastYear } from '#lib/report/last-year.ts';
import { readStateFrom } from './read-state.ts';

/** What a committee's report is made of beside the state of its period. Not narrowed: a report is built of the whole. */
export async function readReportExtras(
  db: ReadDb | WriteDb,
  { id, fiscalYear }: Period,
  committee: string,
): Promise<ReportExtras> {
  const owners = [SHARED, committee];
  const [texts, acknowledgements, redactions, brand, attachmentNames, lastYear] = await Promise.all([
    listReportTexts(db, fiscalYear, owners),
    listAcknowledgements(db, fiscalYear, owners),
    listRedactions(db, fiscalYear, committee),
    readBrand(db),
    listAttachmentNames(db, id, fiscalYear),
    findLastYear(db, fiscalYear - 1),
  ]);
  return { texts, acknowledgements, redactions, brand, attachmentNames, lastYear };
}

const read = new WeakMap<MunicipalityState, LastYear>();

async function findLastYear(db: ReadDb | WriteDb, fiscalYear: number): Promise<LastYear | null> {
  const period = await findReportPeriod(db, fiscalYear);
  if (!period) return null;
  const state = await readStateFrom(db, period);
  const lastYear = read.get(state) ?? readLastYear(state);
  read.set(state, lastYear);
  return lastYear;
}
