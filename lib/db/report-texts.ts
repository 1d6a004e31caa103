import {
  type Acknowledgement,
  type ReportText,
  TEXT_PLACES,
  TEXT_STATUSES,
  type TextOwner,
} from '#lib/domain/report-text.ts';
import { textDocument } from '#lib/schemas/report-text.ts';
import type { ReadDb, WriteDb } from './store.ts';

type Row = NonNullable<Awaited<ReturnType<ReadDb['reportText']['findFirst']>>>;

/** A stored value that must be one of `values`. @throws where it is not: then the program wrote it wrongly */
function oneOf<T extends string>(values: readonly T[], stored: string): T {
  const found = values.find((value) => value === stored);
  if (found === undefined) throw new Error(`${stored} is none of ${values.join(', ')}.`);
  return found;
}

function toText(row: Row): ReportText {
  return {
    fiscalYear: row.fiscalYear,
    owner: row.committeeCode,
    place: oneOf(TEXT_PLACES, row.place),
    document: textDocument.parse(JSON.parse(row.content)),
    version: row.version,
    status: oneOf(TEXT_STATUSES, row.status),
    unchangedSince: row.takenOverVersion === row.version ? row.takenOverFrom : null,
    updatedByName: row.updatedByName,
    updatedAt: row.updatedAt,
    assigneeId: row.assigneeId,
    deadline: row.deadline,
  };
}

/** The texts of a year's reports that belong to one of `owners`, in no order. */
export async function listReportTexts(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  owners: readonly TextOwner[],
): Promise<ReportText[]> {
  const rows = await db.reportText.findMany({ where: { fiscalYear, committeeCode: { in: [...owners] } } });
  return rows.map(toText);
}

/** What was said of numbers in the texts of `owners`, oldest first. */
export async function listAcknowledgements(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  owners: readonly TextOwner[],
): Promise<Acknowledgement[]> {
  const rows = await db.figureAcknowledgement.findMany({
    where: { fiscalYear, committeeCode: { in: [...owners] } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ committeeCode, place, number, context, reason, personName, at }) => ({
    owner: committeeCode,
    place: oneOf(TEXT_PLACES, place),
    number,
    context,
    reason,
    personName,
    at,
  }));
}
