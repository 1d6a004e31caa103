import { readBrand } from '#lib/db/brand.ts';
import { listAttachmentNames } from '#lib/db/documents.ts';
import { listRedactions } from '#lib/db/redactions.ts';
import { listAcknowledgements, listReportTexts } from '#lib/db/report-texts.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import type { Period } from '#lib/domain/period.ts';
import { SHARED } from '#lib/domain/report-text.ts';
import type { ReportExtras } from '#lib/report/extras.ts';

/** What a committee's report is made of beside the state of its period. Not narrowed: a report is built of the whole. */
export async function readReportExtras(
  db: ReadDb | WriteDb,
  { id, fiscalYear }: Period,
  committee: string,
): Promise<ReportExtras> {
  const owners = [SHARED, committee];
  const [texts, acknowledgements, redactions, brand, attachmentNames] = await Promise.all([
    listReportTexts(db, fiscalYear, owners),
    listAcknowledgements(db, fiscalYear, owners),
    listRedactions(db, fiscalYear, committee),
    readBrand(db),
    listAttachmentNames(db, id, fiscalYear),
  ]);
  return { texts, acknowledgements, redactions, brand, attachmentNames };
}
