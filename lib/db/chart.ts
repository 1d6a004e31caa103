import type { Account, Responsibility } from '#lib/domain/account.ts';
import { executeBulk, type WriteDb } from './store.ts';

/** Gives a period that has no account a chart of accounts with who is responsible for each. */
export async function insertChart(
  tx: WriteDb,
  periodId: string,
  accounts: readonly Account[],
  responsibilities: readonly Responsibility[],
): Promise<void> {
  await executeBulk(
    tx,
    `INSERT INTO "Account" ("periodId", "number", "name", "imFunction", "balance")
     SELECT ?, value->>0, value->>1, value->>2, CAST(value->>3 AS INTEGER) FROM json_each(?)`,
    periodId,
    JSON.stringify(accounts.map((one) => [one.number, one.name, one.imFunction, one.balance.toString()])),
  );
  await executeBulk(
    tx,
    `INSERT INTO "Responsibility" ("periodId", "accountNumber", "reconciledBy", "committeeCode", "administrationCode", "separately")
     SELECT ?, value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?)`,
    periodId,
    JSON.stringify(
      responsibilities.map((one) => [
        one.account,
        one.reconciledBy,
        one.committee,
        one.administration,
        one.separately ? 1 : 0,
      ]),
    ),
  );
}
