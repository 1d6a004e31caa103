import type { Account, Documentation, Reconciliation, Responsibility } from '#lib/domain/account.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { ImFunction } from '#lib/domain/im-function.ts';
import type { Administration, Committee } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Register, RegisterContents } from '#lib/domain/register.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { deleteOfAccounts } from './delete-of-accounts.ts';
import { replaceDocumentation } from './documentation.ts';
import { replaceReconciliations } from './reconciliations.ts';
import { findOrganisationYear } from './state.ts';
import { executeBulk, type WriteDb } from './store.ts';

/** What a change leaves of a thing: `after` null means that it goes. */
interface Outcome<T> {
  id: string;
  after: T | null;
}

/** The new shape of everything that an import changes, sorted by kind. */
export interface Outcomes {
  committee: Outcome<Committee & { position: number }>[];
  administration: Outcome<Administration & { position: number }>[];
  imFunction: Outcome<ImFunction>[];
  account: Outcome<Account>[];
  responsibility: Outcome<Responsibility>[];
  reconciliation: Outcome<Reconciliation>[];
  documentation: Outcome<Documentation>[];
  registerLine: {
    lineId: number | null;
    register: Register;
    imported: RegisterContents[Register] | null;
    after: RegisterContents[Register] | null;
  }[];
}

/**
 * Writes the outcomes in bulk: a statement per kind over one JSON document (a million rows in seconds), children before
 * parents where things go and parents before children where they come. Amounts travel as text, exact to the øre.
 */
export async function applyChanges(
  tx: WriteDb,
  period: Period,
  outcomes: Outcomes,
  actor: Actor,
  at: string,
): Promise<void> {
  const goneIds = <T>(list: Outcome<T>[]) => list.filter((one) => one.after === null).map((one) => one.id);
  const gone = <T>(list: Outcome<T>[]) => JSON.stringify(goneIds(list));
  const stays = <T>(list: Outcome<T>[], row: (after: T) => unknown[]) => {
    const rows: unknown[][] = [];
    for (const { after } of list) if (after !== null) rows.push(row(after));
    return JSON.stringify(rows);
  };
  const run = (sql: string, ...values: (string | number)[]) => executeBulk(tx, sql, ...values);

  await deleteOfAccounts(tx, 'Responsibility', period.id, goneIds(outcomes.responsibility));
  await run(
    `DELETE FROM "Account" WHERE "periodId" = ? AND "number" IN (SELECT value FROM json_each(?))`,
    period.id,
    gone(outcomes.account),
  );
  await run(
    `DELETE FROM "ImFunction" WHERE "fiscalYear" = ? AND "code" IN (SELECT value FROM json_each(?))`,
    period.fiscalYear,
    gone(outcomes.imFunction),
  );
  await run(
    `DELETE FROM "Administration" WHERE "fiscalYear" = ? AND "code" IN (SELECT value FROM json_each(?))`,
    period.fiscalYear,
    gone(outcomes.administration),
  );
  // An administration can move to a new committee and leave one that goes, so committees come first and go last.
  await run(
    `INSERT INTO "Committee" ("fiscalYear", "code", "name", "position") SELECT ?, value->>0, value->>1, value->>2 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "name" = excluded."name", "position" = excluded."position"`,
    period.fiscalYear,
    stays(outcomes.committee, (one) => [one.code, one.name, one.position]),
  );
  await run(
    `INSERT INTO "Administration" ("fiscalYear", "code", "name", "committeeCode", "position") SELECT ?, value->>0, value->>1, value->>2, value->>3 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "name" = excluded."name", "committeeCode" = excluded."committeeCode", "position" = excluded."position"`,
    period.fiscalYear,
    stays(outcomes.administration, (one) => [one.code, one.name, one.committee, one.position]),
  );
  await run(
    `DELETE FROM "Committee" WHERE "fiscalYear" = ? AND "code" IN (SELECT value FROM json_each(?))`,
    period.fiscalYear,
    gone(outcomes.committee),
  );
  await run(
    `INSERT INTO "ImFunction" ("fiscalYear", "code", "name") SELECT ?, value->>0, value->>1 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "name" = excluded."name"`,
    period.fiscalYear,
    stays(outcomes.imFunction, (one) => [one.code, one.name]),
  );
  await run(
    `INSERT INTO "Account" ("periodId", "number", "name", "imFunction", "balance")
     SELECT ?, value->>0, value->>1, value->>2, CAST(value->>3 AS INTEGER) FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "name" = excluded."name", "imFunction" = excluded."imFunction", "balance" = excluded."balance"`,
    period.id,
    stays(outcomes.account, (one) => [one.number, one.name, one.imFunction, one.balance.toString()]),
  );
  await run(
    `INSERT INTO "Responsibility" ("periodId", "accountNumber", "reconciledBy", "committeeCode", "administrationCode", "separately")
     SELECT ?, value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "reconciledBy" = excluded."reconciledBy", "committeeCode" = excluded."committeeCode",
       "administrationCode" = excluded."administrationCode", "separately" = excluded."separately"`,
    period.id,
    stays(outcomes.responsibility, (one) => [
      one.account,
      one.reconciledBy,
      one.committee,
      one.administration,
      one.separately ? 1 : 0,
    ]),
  );
  await replaceReconciliations(tx, period.id, outcomes.reconciliation, actor, at);
  await replaceDocumentation(tx, period.id, outcomes.documentation);
  for (const line of outcomes.registerLine) await applyRegisterLine(tx, period.fiscalYear, line);
}

async function applyRegisterLine(
  tx: WriteDb,
  fiscalYear: number,
  line: Outcomes['registerLine'][number],
): Promise<void> {
  if (line.after === null) {
    if (line.lineId !== null) await tx.registerLine.delete({ where: { id: line.lineId } });
    return;
  }
  const data = {
    committeeCode: 'committee' in line.after ? line.after.committee : null,
    content: toStored(line.after),
    imported: line.imported === null ? null : toStored(line.imported),
    removed: false,
  };
  if (line.lineId === null) {
    await tx.registerLine.create({ data: { ...data, fiscalYear, register: line.register, version: 1 } });
  } else {
    await tx.registerLine.update({ where: { id: line.lineId }, data: { ...data, version: { increment: 1 } } });
  }
}

/** Gives a year that has no organisation of its own a copy of the one that held before, so that changes are the year's alone. */
export async function ensureOrganisation(tx: WriteDb, fiscalYear: number): Promise<void> {
  const source = await findOrganisationYear(tx, fiscalYear);
  if (source === fiscalYear) return;
  await executeBulk(
    tx,
    `INSERT INTO "Committee" ("fiscalYear", "code", "name", "position") SELECT ?, "code", "name", "position" FROM "Committee" WHERE "fiscalYear" = ?`,
    fiscalYear,
    source,
  );
  await executeBulk(
    tx,
    `INSERT INTO "Administration" ("fiscalYear", "code", "name", "committeeCode", "position")
     SELECT ?, "code", "name", "committeeCode", "position" FROM "Administration" WHERE "fiscalYear" = ?`,
    fiscalYear,
    source,
  );
}
