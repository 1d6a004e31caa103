import { existsSync, rmSync } from 'node:fs';
import type { IsoDate } from '#lib/domain/date.ts';
import { MATERIALS, type Material, SHORTEST_TERMS, type Terms } from '#lib/domain/retention.ts';
import type { DisposalList } from './disposals.ts';
import { Prisma } from './generated/client.ts';
import { placeOfFile } from './kept-files.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { ReadDb, Store, WriteDb } from './store.ts';

/** The installation's terms; the shortest lawful ones until somebody says otherwise. */
export async function readTerms(db: ReadDb | WriteDb): Promise<Terms> {
  const terms = { ...SHORTEST_TERMS };
  for (const material of MATERIALS) {
    const kept = await readSetting(db, `retention.${material}`);
    if (kept !== null) terms[material] = Math.max(Number(kept), SHORTEST_TERMS[material]);
  }
  return terms;
}

export async function writeTerms(tx: WriteDb, terms: Terms): Promise<void> {
  for (const material of MATERIALS) await writeSetting(tx, `retention.${material}`, String(terms[material]));
}

/** What there is of a sort to dispose of: a count and, when it is done, the ids of what went. */
interface Sort {
  name: string;
  /** Ids or hashes, as text. */
  find: Prisma.Sql;
  /** What takes it away. */
  take: Prisma.Sql[];
}

/** The name and address that stand where a person's were. */
const NOBODY = 'Bortskaffet person';
const NO_ADDRESS = '@bortskaffet.invalid';

/** Of the texts of reports before a year: what they once said, and who wrote, approved and vouched; what they say stays. */
function sortsOfTexts(year: string): Sort[] {
  const isOld = Prisma.sql`"fiscalYear" < CAST(${year} AS INTEGER)`;
  const id = Prisma.raw(`"fiscalYear" || ' ' || "committeeCode" || ' ' || "place"`);
  const named = Prisma.sql`${isOld} AND ("updatedBy" <> '' OR "assigneeId" IS NOT NULL)`;
  const vouched = Prisma.sql`${isOld} AND "personName" <> ''`;
  return [
    {
      name: 'textVersions',
      find: Prisma.sql`SELECT ${id} || ' ' || "version" FROM "ReportTextVersion" WHERE ${isOld}`,
      take: [Prisma.sql`DELETE FROM "ReportTextVersion" WHERE ${isOld}`],
    },
    {
      name: 'textNames',
      find: Prisma.sql`SELECT ${id} FROM "ReportText" WHERE ${named}
        UNION ALL SELECT 'number ' || "id" FROM "FigureAcknowledgement" WHERE ${vouched}`,
      take: [
        Prisma.sql`UPDATE "ReportText" SET "updatedBy" = '', "updatedByName" = '', "writers" = '[]', "assigneeId" = NULL,
          "approvedBy" = NULL, "approvedByName" = NULL WHERE ${named}`,
        Prisma.sql`UPDATE "FigureAcknowledgement" SET "personId" = '', "personName" = '' WHERE ${vouched}`,
      ],
    },
  ];
}

/** Of the versions of reports before a year: who made them, and who kept what out. Versions and their files stay. */
function sortsOfVersions(year: string): Sort[] {
  const made = Prisma.sql`"fiscalYear" < CAST(${year} AS INTEGER) AND "madeBy" <> ''`;
  const kept = Prisma.sql`"fiscalYear" < CAST(${year} AS INTEGER) AND "personId" <> ''`;
  return [
    {
      name: 'versionNames',
      find: Prisma.sql`SELECT "id" FROM "ReportVersion" WHERE ${made}
        UNION ALL SELECT 'redaction ' || "id" FROM "Redaction" WHERE ${kept}`,
      take: [
        Prisma.sql`UPDATE "ReportVersion" SET "madeBy" = '', "madeByName" = '',
          "publishedBy" = CASE WHEN "publishedAt" IS NULL THEN NULL ELSE '' END,
          "publishedByName" = CASE WHEN "publishedAt" IS NULL THEN NULL ELSE '' END WHERE ${made}`,
        Prisma.sql`UPDATE "Redaction" SET "personId" = '', "personName" = '' WHERE ${kept}`,
      ],
    },
  ];
}

/** What belongs to a kind of material before a date; see lib/domain/retention.ts. */
function sortsOf(material: Material, before: IsoDate, at: string): Sort[] {
  const year = before.slice(0, 4);
  const isOld = (column: string) => Prisma.sql`substr(${Prisma.raw(`"${column}"`)}, 1, 4) < ${year}`;
  switch (material) {
    case 'accounting': {
      const files = Prisma.sql`FROM "ImportFile" WHERE "disposedAt" IS NULL AND "importId" IN (SELECT "id" FROM "Import" WHERE ${isOld('periodId')})`;
      const named = ['Import', 'Approval', 'Settlement', 'DeadlineMove'].map((table) => ({
        table: Prisma.raw(`"${table}"`),
        where: Prisma.sql`"personName" <> '' AND ${isOld('periodId')}`,
      }));
      const behalf = Prisma.sql`UPDATE "Approval" SET "onBehalfOf" = NULL WHERE "onBehalfOf" IS NOT NULL AND ${isOld('periodId')}`;
      return [
        {
          name: 'files',
          find: Prisma.sql`SELECT "sha256" ${files}`,
          take: [
            Prisma.sql`UPDATE "ImportFile" SET "disposedAt" = ${at}, "name" = '' WHERE ("importId", "position") IN (SELECT "importId", "position" ${files})`,
          ],
        },
        {
          // How things stood before imports and changes that are long past being taken back.
          name: 'images',
          find: Prisma.sql`SELECT 'import ' || "importId" FROM "ImportImage" WHERE "importId" IN (SELECT "id" FROM "Import" WHERE ${isOld('periodId')})
            UNION ALL SELECT 'change ' || "id" FROM "ChangeSet" WHERE ${isOld('periodId')}`,
          take: [
            Prisma.sql`DELETE FROM "ImportImage" WHERE "importId" IN (SELECT "id" FROM "Import" WHERE ${isOld('periodId')})`,
            Prisma.sql`DELETE FROM "ChangeSet" WHERE ${isOld('periodId')}`,
            Prisma.sql`UPDATE "Import" SET "undoneByName" = '' WHERE "undoneAt" IS NOT NULL AND ${isOld('periodId')}`,
          ],
        },
        ...named.map(({ table, where }, index) => ({
          name: ['importNames', 'approvalNames', 'settlementNames', 'moveNames'][index] ?? '',
          find: Prisma.sql`SELECT ${index === 1 ? Prisma.raw(`"periodId" || ' ' || "accountNumber"`) : Prisma.raw('"id"')} FROM ${table} WHERE ${where}`,
          take: [Prisma.sql`UPDATE ${table} SET "personName" = '' WHERE ${where}`, ...(index === 1 ? [behalf] : [])],
        })),
        ...sortsOfTexts(year),
        ...sortsOfVersions(year),
      ];
    }
    case 'documents': {
      // What documents an item that is still open in a later year belongs to that year too.
      const where = Prisma.sql`"disposedAt" IS NULL AND "fiscalYear" < CAST(${year} AS INTEGER) AND NOT EXISTS (
        SELECT 1 FROM "Item" JOIN "Finding" ON "Finding"."id" = "findingId"
        WHERE "Item"."key" = "Attachment"."itemKey" AND substr("Finding"."periodId", 1, 4) >= ${year})`;
      return [
        {
          name: 'documents',
          find: Prisma.sql`SELECT "id" || ' ' || "sha256" FROM "Attachment" WHERE ${where}`,
          take: [
            Prisma.sql`UPDATE "Attachment" SET "disposedAt" = ${at}, "name" = '', "addedByName" = '', "removedByName" = CASE WHEN "removedAt" IS NULL THEN NULL ELSE '' END,
              "removedReason" = CASE WHEN "removedAt" IS NULL THEN NULL ELSE '' END, "suspicions" = '{"outcome":"not-searchable","count":0,"found":[]}' WHERE ${where}`,
          ],
        },
      ];
    }
    case 'comments':
      return (['Comment', 'Notice'] as const).map((table) => ({
        name: table === 'Comment' ? 'comments' : 'notices',
        find: Prisma.sql`SELECT "id" FROM ${Prisma.raw(`"${table}"`)} WHERE ${isOld('periodId')}`,
        take: [Prisma.sql`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE ${isOld('periodId')}`],
      }));
    case 'trail': {
      // A year ends an hour earlier in UTC than by Danish clocks; and what tells of a later year's period is kept with that.
      const last = `${Number(year) - 1}-12-31T23:00:00.000Z`;
      const where = Prisma.sql`"at" < ${last} AND "body" IS NOT NULL AND "subject" <> 'disposal' AND ("periodId" IS NULL OR ${isOld('periodId')})`;
      return [
        {
          name: 'events',
          find: Prisma.sql`SELECT "id" FROM "AuditEvent" WHERE ${where} ORDER BY "id"`,
          take: [Prisma.sql`UPDATE "AuditEvent" SET "body" = NULL WHERE ${where}`],
        },
      ];
    }
    case 'persons': {
      const gone = Prisma.sql`SELECT "id" FROM "Person" WHERE "disabledAt" < ${`${Number(year) - 1}-12-31T23:00:00.000Z`} AND "email" NOT LIKE ${`%${NO_ADDRESS}`}`;
      const owned = [
        ['Session', 'userId'],
        ['Credential', 'userId'],
        ['TwoFactor', 'userId'],
        ['OneTimeLink', 'personId'],
        ['Notice', 'personId'],
      ].map(
        ([table, column]) =>
          Prisma.sql`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.raw(`"${column}"`)} IN (${gone})`,
      );
      return [
        {
          name: 'persons',
          find: gone,
          take: [
            ...owned,
            Prisma.sql`UPDATE "Person" SET "name" = ${NOBODY}, "email" = "id" || ${NO_ADDRESS}, "initials" = '', "image" = NULL WHERE "id" IN (${gone})`,
          ],
        },
      ];
    }
  }
}

/** How much there is of each sort to dispose of; sorts of which there is nothing are left out. */
export async function countRunOut(
  db: ReadDb | WriteDb,
  material: Material,
  before: IsoDate,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, find } of sortsOf(material, before, '')) {
    const [row] = await db.$queryRaw<{ n: bigint | number }[]>`SELECT count(*) AS "n" FROM (${find})`;
    if (Number(row?.n ?? 0) > 0) counts[name] = Number(row?.n);
  }
  return counts;
}

/** So many ids are listed of a sort; of more, the first and the last. */
const MOST_LISTED = 10_000;

/** Takes away what a running disposal covers. @returns what it was, without the data itself */
export async function takeAway(tx: WriteDb, material: Material, before: IsoDate, at: string): Promise<DisposalList> {
  const list: DisposalList = { counts: {}, things: [] };
  for (const { name, find, take } of sortsOf(material, before, at)) {
    const found = await tx.$queryRaw<Record<string, string | number | bigint>[]>`${find}`;
    const ids = found.map((row) => String(Object.values(row)[0]));
    if (ids.length > 0) list.counts[name] = ids.length;
    const listed = ids.length > MOST_LISTED ? [`${ids[0]}–${ids.at(-1)}`] : ids;
    list.things.push(...listed.map((id) => `${name} ${id}`));
    for (const statement of take) await tx.$executeRaw`${statement}`;
  }
  return list;
}

/**
 * Removes the bytes that were disposed of and that nothing names any more. Runs after a disposal and at each start, so
 * that none stay behind where a process ended in between; inside a transaction, so that nobody attaches them meanwhile.
 * @returns how many files went
 */
export async function removeDisposedFiles(store: Store): Promise<number> {
  return store.touchTx(async (tx) => {
    let removed = 0;
    for (const [folder, table] of [
      ['files', Prisma.raw('"ImportFile"')],
      ['documents', Prisma.raw('"Attachment"')],
    ] as const) {
      const rows = await tx.$queryRaw<
        { sha256: string }[]
      >`SELECT DISTINCT "sha256" FROM ${table} WHERE "disposedAt" IS NOT NULL
        EXCEPT SELECT "sha256" FROM ${table} WHERE "disposedAt" IS NULL`;
      for (const { sha256 } of rows) {
        const place = placeOfFile(store, folder, sha256);
        if (!existsSync(place)) continue;
        rmSync(place);
        removed += 1;
      }
    }
    return removed;
  });
}
