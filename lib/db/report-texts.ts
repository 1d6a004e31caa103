import type { AuditEvent } from '#lib/domain/audit.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import {
  type Acknowledgement,
  type ReportText,
  TEXT_PLACES,
  TEXT_STATUSES,
  type TextDocument,
  type TextOwner,
  type TextPlace,
  type TextStatus,
} from '#lib/domain/report-text.ts';
import { readWriters, textDocument } from '#lib/schemas/report-text.ts';
import { toEvent } from './audit.ts';
import type { ReadDb, WriteDb } from './store.ts';

type Row = NonNullable<Awaited<ReturnType<ReadDb['reportText']['findFirst']>>>;

/** A text with what decides about it and is no part of what it says. */
export interface StoredText extends ReportText {
  /** Ids of everyone who wrote on it since it was last approved. */
  writers: string[];
  /** Who stored it last; '' where nobody has written it. */
  updatedById: string;
  approvedByName: string | null;
  /** ISO time, UTC */
  approvedAt: string | null;
}

/** Which text: the year's, of an owner, at a place. */
export interface TextKey {
  fiscalYear: number;
  owner: TextOwner;
  place: TextPlace;
}

/** A stored value that must be one of `values`. @throws where it is not: then the program wrote it wrongly */
function oneOf<T extends string>(values: readonly T[], stored: string): T {
  const found = values.find((value) => value === stored);
  if (found === undefined) throw new Error(`${stored} is none of ${values.join(', ')}.`);
  return found;
}

function readDocument(content: string): TextDocument {
  return textDocument.parse(JSON.parse(content));
}

function toText(row: Row): StoredText {
  return {
    fiscalYear: row.fiscalYear,
    owner: row.committeeCode,
    place: oneOf(TEXT_PLACES, row.place),
    document: readDocument(row.content),
    version: row.version,
    status: oneOf(TEXT_STATUSES, row.status),
    unchangedSince: row.takenOverVersion === row.version ? row.takenOverFrom : null,
    updatedById: row.updatedBy,
    updatedByName: row.updatedByName,
    updatedAt: row.updatedAt,
    assigneeId: row.assigneeId,
    deadline: row.deadline,
    writers: readWriters(row.writers),
    approvedByName: row.approvedByName,
    approvedAt: row.approvedAt,
  };
}

const whereOf = ({ fiscalYear, owner, place }: TextKey) => ({ fiscalYear, committeeCode: owner, place });

/** The texts of a year's reports that belong to one of `owners`, in no order. */
export async function listReportTexts(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  owners: readonly TextOwner[],
): Promise<StoredText[]> {
  const rows = await db.reportText.findMany({ where: { fiscalYear, committeeCode: { in: [...owners] } } });
  return rows.map(toText);
}

/** A text as it stands; null where nobody has written it, nor is to. */
export async function findReportText(db: ReadDb | WriteDb, key: TextKey): Promise<StoredText | null> {
  const row = await db.reportText.findUnique({ where: { fiscalYear_committeeCode_place: whereOf(key) } });
  return row && toText(row);
}

/** The texts that a person is to write and nobody has said are done, of all years, without what they say. */
export async function listOpenAssignments(
  db: ReadDb | WriteDb,
  personId: string,
): Promise<(TextKey & Pick<ReportText, 'deadline'>)[]> {
  const rows = await db.reportText.findMany({
    where: { assigneeId: personId, status: 'draft' satisfies TextStatus },
    select: { fiscalYear: true, committeeCode: true, place: true, deadline: true },
  });
  return rows.map(({ fiscalYear, committeeCode, place, deadline }) => ({
    fiscalYear,
    owner: committeeCode,
    place: oneOf(TEXT_PLACES, place),
    deadline,
  }));
}

/** What a text becomes by being written. */
export interface WrittenVersion {
  document: TextDocument;
  version: number;
  writers: readonly string[];
  /** Ids of everyone whose hand this version is (see handsOf). */
  hands: readonly string[];
  /** The year that it was taken over from with this version; null where somebody wrote it. */
  takenOverFrom: number | null;
  personId: string;
  personName: string;
  /** ISO time, UTC */
  at: string;
}

/** Stores a version of a text as what it says now, a draft, and keeps it among all that it has said. */
export async function storeTextVersion(tx: WriteDb, key: TextKey, written: WrittenVersion): Promise<void> {
  const { document, version, writers, hands, takenOverFrom, personId, personName, at } = written;
  const content = JSON.stringify(document);
  const state = {
    content,
    version,
    status: 'draft',
    writers: JSON.stringify(writers),
    updatedAt: at,
    updatedBy: personId,
    updatedByName: personName,
    approvedBy: null,
    approvedByName: null,
    approvedAt: null,
    ...(takenOverFrom === null ? {} : { takenOverFrom, takenOverVersion: version }),
  };
  await tx.reportText.upsert({
    where: { fiscalYear_committeeCode_place: whereOf(key) },
    create: { ...whereOf(key), ...state },
    update: state,
  });
  await tx.reportTextVersion.create({
    data: { ...whereOf(key), version, content, personId, personName, at, hands: JSON.stringify(hands) },
  });
}

/** Moves a text on or back. @param approval who approved it; null where nobody has */
export async function setTextStatus(
  tx: WriteDb,
  key: TextKey,
  status: TextStatus,
  approval: { personId: string; name: string; at: string } | null,
): Promise<void> {
  await tx.reportText.update({
    where: { fiscalYear_committeeCode_place: whereOf(key) },
    data: {
      status,
      approvedBy: approval?.personId ?? null,
      approvedByName: approval?.name ?? null,
      approvedAt: approval?.at ?? null,
    },
  });
}

/** Says who is to write a text, and by when, whether or not anybody has begun. */
export async function setTextAssignment(
  tx: WriteDb,
  key: TextKey,
  assignment: { assigneeId: string | null; deadline: IsoDate | null },
): Promise<void> {
  await tx.reportText.upsert({
    where: { fiscalYear_committeeCode_place: whereOf(key) },
    create: {
      ...whereOf(key),
      content: '[]',
      version: 0,
      updatedAt: '',
      updatedBy: '',
      updatedByName: '',
      ...assignment,
    },
    update: assignment,
  });
  const isNothing = { ...whereOf(key), version: 0, assigneeId: null, deadline: null };
  await tx.reportText.deleteMany({ where: isNothing });
}

/** How texts were moved on or back, by what the trail knows them by; oldest first. */
export async function listTextMoves(db: ReadDb | WriteDb, subjectIds: readonly string[]): Promise<AuditEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: {
      subject: 'reportText',
      subjectId: { in: [...subjectIds] },
      action: { in: ['finish', 'approve', 'return'] },
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(toEvent);
}

/** A version of a text: who stored it, and when. */
export interface TextVersion {
  version: number;
  personId: string;
  /** Ids of everyone whose hand it is: who stored it, and in whose place. */
  hands: string[];
  personName: string;
  /** ISO time, UTC */
  at: string;
}

/** Every version that a text has had, oldest first, without what they said. */
export async function listTextVersions(db: ReadDb | WriteDb, key: TextKey): Promise<TextVersion[]> {
  const rows = await db.reportTextVersion.findMany({
    where: whereOf(key),
    select: { version: true, personId: true, personName: true, at: true, hands: true },
    orderBy: { version: 'asc' },
  });
  return rows.map(({ hands, ...row }) => ({ ...row, hands: [...new Set([row.personId, ...readWriters(hands)])] }));
}

/** What a text said in a version of it, and whose it was; null where it had none of that number. */
export async function findTextVersion(
  db: ReadDb | WriteDb,
  key: TextKey,
  version: number,
): Promise<{ document: TextDocument; personId: string } | null> {
  const row = await db.reportTextVersion.findUnique({
    where: { fiscalYear_committeeCode_place_version: { ...whereOf(key), version } },
    select: { content: true, personId: true },
  });
  return row && { document: readDocument(row.content), personId: row.personId };
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

/** A number as it stands in a text, with the words around it. */
interface NumberKey extends TextKey {
  number: string;
  context: string;
}

/** What was said of a number there; null where nothing was. */
export async function findAcknowledgement(
  tx: WriteDb,
  key: NumberKey,
): Promise<{ reason: string; personName: string } | null> {
  return tx.figureAcknowledgement.findFirst({
    where: { ...whereOf(key), number: key.number, context: key.context },
    select: { reason: true, personName: true },
  });
}

/** Keeps what is said of a number, in the place of what was said before; null: nothing any more. */
export async function replaceAcknowledgement(
  tx: WriteDb,
  key: NumberKey,
  said: { reason: string; personId: string; personName: string; at: string } | null,
): Promise<void> {
  const where = { ...whereOf(key), number: key.number, context: key.context };
  await tx.figureAcknowledgement.deleteMany({ where });
  if (said) await tx.figureAcknowledgement.create({ data: { ...where, ...said } });
}
