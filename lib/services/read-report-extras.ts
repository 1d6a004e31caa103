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
import { type CategoriesOfYear, type LastYear, readCategoryYears, readLastYear } from '#lib/report/last-year.ts';
import { readStateFrom } from './read-state.ts';

/** What a committee's report is made of beside the state of its period. Not narrowed: a report is built of the whole. */
export async function readReportExtras(
  db: ReadDb | WriteDb,
  { id, fiscalYear }: Period,
  committee: string,
): Promise<ReportExtras> {
  const owners = [SHARED, committee];
  const [texts, acknowledgements, allRedactions, brand, attachmentNames, before] = await Promise.all([
    listReportTexts(db, fiscalYear, owners),
    listAcknowledgements(db, fiscalYear, owners),
    listRedactions(db, fiscalYear),
    readBrand(db),
    listAttachmentNames(db, id, fiscalYear),
    readReported(db, fiscalYear - 1),
  ]);
  const earlierYears = await readEarlierYears(db, fiscalYear, before?.years ?? []);
  const redactions = allRedactions
    .filter((each) => each.committee === committee)
    .map(({ committee: _, ...redaction }) => redaction);
  const othersRedactions = allRedactions.filter((each) => each.committee !== committee);
  const decided = { acknowledgements, redactions, othersRedactions };
  return { texts, ...decided, brand, attachmentNames, lastYear: before?.last ?? null, earlierYears };
}

/** What a year's report says, for those of later years. */
interface Reported {
  last: LastYear;
  years: CategoriesOfYear[];
}

const read = new WeakMap<MunicipalityState, Reported>();

async function readReported(db: ReadDb | WriteDb, fiscalYear: number): Promise<Reported | null> {
  const period = await findReportPeriod(db, fiscalYear);
  if (!period) return null;
  const state = await readStateFrom(db, period);
  const reported = read.get(state) ?? { last: readLastYear(state), years: readCategoryYears(state) };
  read.set(state, reported);
  return reported;
}

/** As far back as anything is told of. */
const MOST_YEARS = 4;

/**
 * The years before the year before, newest first, until one is not known. A report tells of two years, so only every
 * other period need be read.
 */
async function readEarlierYears(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  before: readonly CategoriesOfYear[],
): Promise<CategoriesOfYear[]> {
  const earlier: CategoriesOfYear[] = [];
  let known = before;
  for (let year = fiscalYear - 2; year >= fiscalYear - MOST_YEARS; year -= 1) {
    if (!known.some((one) => one.year === year)) known = (await readReported(db, year))?.years ?? [];
    const found = known.find((one) => one.year === year);
    if (!found) break;
    earlier.push(found);
  }
  return earlier;
}
