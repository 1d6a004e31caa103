import { hash } from 'node:crypto';
import type { Period } from '#lib/domain/period.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/**
 * Images of the rows that an import touches: as they stood before it, and digests of how it left them. Rows are kept
 * as the texts of their columns, whatever columns there are, so that what is put back is exactly what was taken away.
 */

/** A row as its columns' values in their order, as text. */
type ImageRow = (string | null)[];

/** What an import touches: accounts of its period, and what belongs to the whole year. */
export interface ImageScope {
  period: Period;
  accounts: readonly string[];
  /** Committees, administrations, functions. */
  organisation: boolean;
  /** Register lines and the words that there are none. */
  registers: boolean;
}

/** Rows by table, of the scope's accounts, and the control total that the period had; null: there was no such period. */
export interface Image {
  control: { count: number | null; sum: string | null } | null;
  tables: Record<string, ImageRow[]>;
}

interface Part {
  table: string;
  /** The rows of the scope among all of the table, named `t`; the first `?` is the period or year, the second the accounts. */
  where: string;
  /** The account that a row belongs to; null for what is the year's. */
  account: string | null;
  of: 'accounts' | 'organisation' | 'registers';
}

const ACCOUNTS = '(SELECT value FROM json_each(?))';
const ofAccount = (table: string, column = 'accountNumber'): Part => ({
  table,
  where: `t."periodId" = ? AND t."${column}" IN ${ACCOUNTS}`,
  account: `t."${column}"`,
  of: 'accounts',
});
const ofFinding = (table: string): Part => ({
  table,
  where: `t."findingId" IN (SELECT f."id" FROM "Finding" f WHERE f."periodId" = ? AND f."accountNumber" IN ${ACCOUNTS})`,
  account: `(SELECT f."accountNumber" FROM "Finding" f WHERE f."id" = t."findingId")`,
  of: 'accounts',
});
const ofYear = (table: string, of: 'organisation' | 'registers'): Part => ({
  table,
  where: 't."fiscalYear" = ?',
  account: null,
  of,
});

/** Every table that an import writes to, or that goes with an account, parents first. */
const PARTS: readonly Part[] = [
  ofYear('Committee', 'organisation'),
  ofYear('Administration', 'organisation'),
  ofYear('ImFunction', 'organisation'),
  ofAccount('Account', 'number'),
  ofAccount('Responsibility'),
  ofAccount('Assignment'),
  ofAccount('Documentation'),
  ofAccount('SharedAccount'),
  ofAccount('Reconciliation'),
  ofAccount('Finding'),
  ofFinding('Item'),
  ofFinding('PlanStep'),
  ofAccount('Approval'),
  ofAccount('DeadlineMove'),
  ofYear('RegisterLine', 'registers'),
  ofYear('NoneConfirmation', 'registers'),
];

type Db = ReadDb | WriteDb;

function partsOf(scope: ImageScope): Part[] {
  return PARTS.filter(({ of }) => of === 'accounts' || scope[of]);
}

function argumentsOf(part: Part, { period, accounts }: ImageScope): (string | number)[] {
  return part.of === 'accounts' ? [period.id, JSON.stringify(accounts)] : [period.fiscalYear];
}

async function columnsOf(db: Db, table: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`SELECT name FROM pragma_table_info(${table}) ORDER BY cid`;
  return rows.map(({ name }) => name);
}

interface Read {
  account: string | null;
  row: string;
}

/** The rows of a part as JSON texts, with the account of each, in an order of their own. */
async function readPart(db: Db, part: Part, scope: ImageScope): Promise<Read[]> {
  const columns = await columnsOf(db, part.table);
  const texts = columns.map((column) => `CAST(t."${column}" AS TEXT)`).join(', ');
  const sql = `SELECT ${part.account ?? 'NULL'} AS "account", json_array(${texts}) AS "row" FROM "${part.table}" t WHERE ${part.where}`;
  const rows = await db.$queryRawUnsafe<Read[]>(sql, ...argumentsOf(part, scope));
  return rows.sort((left, right) => (left.row < right.row ? -1 : 1));
}

/** The rows of the scope as they stand. */
export async function takeImage(db: Db, scope: ImageScope): Promise<Image> {
  const tables: Image['tables'] = {};
  for (const part of partsOf(scope)) {
    const rows = await readPart(db, part, scope);
    tables[part.table] = rows.map(({ row }): ImageRow => JSON.parse(row));
  }
  const period = await db.period.findUnique({ where: { id: scope.period.id } });
  const control = period && { count: period.controlCount, sum: period.controlSum?.toString() ?? null };
  return { control, tables };
}

/** SHA-256 of how each account of the scope, and each part of the year, stands: `account/<number>`, `organisation`, `registers`. */
export async function digestScope(db: Db, scope: ImageScope): Promise<Record<string, string>> {
  const texts = new Map<string, string[]>(scope.accounts.map((number) => [`account/${number}`, []]));
  for (const part of partsOf(scope)) {
    for (const { account, row } of await readPart(db, part, scope)) {
      const key = part.of === 'accounts' ? `account/${account}` : part.of;
      const list = texts.get(key) ?? [];
      list.push(`${part.table} ${row}`);
      texts.set(key, list);
    }
  }
  return Object.fromEntries([...texts].map(([key, list]) => [key, hash('sha256', list.join('\n'))]));
}

/** Puts the rows of the scope back as the image has them; what came since goes. The period stays, without a balance if it had none. */
export async function restoreImage(tx: WriteDb, scope: ImageScope, image: Image): Promise<void> {
  const parts = partsOf(scope);
  for (const part of parts.toReversed()) {
    // Rows of findings go with them: a delete by finding would ask for what the cascade already took.
    const rows = `SELECT t.rowid FROM "${part.table}" t WHERE ${part.where}`;
    await executeBulk(tx, `DELETE FROM "${part.table}" WHERE rowid IN (${rows})`, ...argumentsOf(part, scope));
  }
  for (const { table } of parts) {
    const columns = await columnsOf(tx, table);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const values = columns.map((_, index) => `value->>${index}`).join(', ');
    const rows = JSON.stringify(image.tables[table] ?? []);
    await executeBulk(tx, `INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?)`, rows);
  }
  const { count, sum } = image.control ?? { count: null, sum: null };
  const control = { controlCount: count, controlSum: sum === null ? null : BigInt(sum) };
  await tx.period.update({ where: { id: scope.period.id }, data: control });
}

/** What an import keeps for being taken back. */
export interface KeptImage {
  scope: Omit<ImageScope, 'period'>;
  before: Image;
  after: Record<string, string>;
}

/** Keeps how what an import touched stood before it, with digests of how it left it. */
export async function keepImage(tx: WriteDb, importId: number, scope: ImageScope, before: Image): Promise<void> {
  const { accounts, organisation, registers } = scope;
  await tx.importImage.create({
    data: {
      importId,
      before: JSON.stringify({ scope: { accounts, organisation, registers }, before }),
      after: JSON.stringify(await digestScope(tx, scope)),
    },
  });
}

/** What an import kept; null where it was too large, or from before images were kept. */
export async function findImage(db: Db, importId: number): Promise<KeptImage | null> {
  const row = await db.importImage.findUnique({ where: { importId } });
  if (!row) return null;
  const { scope, before }: Pick<KeptImage, 'scope' | 'before'> = JSON.parse(row.before);
  return { scope, before, after: JSON.parse(row.after) };
}

export async function removeImage(tx: WriteDb, importId: number): Promise<void> {
  await tx.importImage.delete({ where: { importId } });
}

/** The values that stand first in the rows of a table (numbers of accounts, codes), which is their second column. */
export function keysOf({ tables }: Image, table: 'Account' | 'Committee' | 'Administration' | 'ImFunction'): string[] {
  return (tables[table] ?? []).map((row) => row[1] ?? '');
}
