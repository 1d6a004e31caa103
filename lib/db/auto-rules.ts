import type { AutoRule, RuleKind } from '#lib/domain/auto-rule.ts';
import { readRuleSettings } from '#lib/schemas/rules.ts';
import { toStored } from '#lib/schemas/stored.ts';
import type { ReadDb, WriteDb } from './store.ts';

interface RuleRow extends Omit<AutoRule, 'kind' | 'settings'> {
  kind: string;
  settings: string;
}

const SELECTED = {
  id: true,
  kind: true,
  name: true,
  version: true,
  settings: true,
  enabled: true,
  enabledBy: true,
  enabledByName: true,
  enabledAt: true,
} as const;

function toRule({ kind, settings, ...row }: RuleRow): AutoRule {
  return { ...row, kind: kind as RuleKind, settings: readRuleSettings(settings) };
}

/** The rules that are there, in the order in which they were made and run; `enabled`: those that are on. */
export async function listRules(db: ReadDb | WriteDb, enabled?: true): Promise<AutoRule[]> {
  const where = { removedAt: null, ...(enabled && { enabled }) };
  return (await db.autoRule.findMany({ where, select: SELECTED, orderBy: { id: 'asc' } })).map(toRule);
}

/** A rule that is there; null where there is none. */
export async function findRule(db: ReadDb | WriteDb, id: number): Promise<AutoRule | null> {
  const row = await db.autoRule.findFirst({ where: { id, removedAt: null }, select: SELECTED });
  return row && toRule(row);
}

/** Makes a rule, which is off. @returns its id */
export async function insertRule(
  tx: WriteDb,
  { kind, name, settings }: Pick<AutoRule, 'kind' | 'name' | 'settings'>,
  at: string,
): Promise<number> {
  const data = { kind, name, version: 1, settings: toStored(settings), updatedAt: at };
  return (await tx.autoRule.create({ data, select: { id: true } })).id;
}

/** Puts a rule in the place of the one that stood there in `version`. @returns whether that one still stood */
export async function rewriteRule(tx: WriteDb, rule: AutoRule, version: number, at: string): Promise<boolean> {
  const { id, name, settings, enabled, enabledBy, enabledByName, enabledAt } = rule;
  const { count } = await tx.autoRule.updateMany({
    where: { id, version, removedAt: null },
    data: {
      ...{ name, version: rule.version, settings: toStored(settings) },
      ...{ enabled, enabledBy, enabledByName, enabledAt, updatedAt: at },
    },
  });
  return count === 1;
}

/** Takes a rule away; what it logged keeps its mark. @returns whether it still stood in `version` */
export async function removeRule(tx: WriteDb, id: number, version: number, at: string): Promise<boolean> {
  const { count } = await tx.autoRule.updateMany({
    where: { id, version, removedAt: null },
    data: { enabled: false, removedAt: at, updatedAt: at },
  });
  return count === 1;
}

/** What a rule logged in one go. */
export interface RuleRunRow {
  id: number;
  ruleId: number;
  version: number;
  /** ISO time, UTC */
  at: string;
  accounts: string[];
  /** Of these, what no later run logged again: an account is the newest run's. */
  own: string[];
}

/** The runs of rules in a period, newest first; of one rule alone where it is named. */
export async function listRuleRuns(db: ReadDb | WriteDb, periodId: string, ruleId?: number): Promise<RuleRunRow[]> {
  const rows = await db.changeSet.findMany({
    where: { periodId, kind: 'rule', ruleId: ruleId ?? { not: null } },
    select: { id: true, ruleId: true, ruleVersion: true, at: true },
    orderBy: { id: 'desc' },
  });
  const entries = await db.changeSetEntry.findMany({
    where: { changeSet: { periodId, kind: 'rule', ruleId: ruleId ?? { not: null } } },
    select: { changeSetId: true, accountNumber: true },
    orderBy: { position: 'asc' },
  });
  const accountsOf = Map.groupBy(entries, ({ changeSetId }) => changeSetId);
  const taken = new Set<string>();
  return rows.map(({ id, ruleId: of, ruleVersion, at }) => {
    const accounts = (accountsOf.get(id) ?? []).map(({ accountNumber }) => accountNumber);
    const own = accounts.filter((account) => !taken.has(`${of} ${account}`));
    for (const account of own) taken.add(`${of} ${account}`);
    return { id, ruleId: of ?? 0, version: ruleVersion ?? 0, at, accounts, own };
  });
}

/** The accounts that were taken back of change sets. */
export async function listTakenBack(db: ReadDb | WriteDb, changeSetIds: readonly number[]): Promise<Set<string>> {
  const rows = await db.changeSetEntry.findMany({
    where: { changeSet: { undoes: { in: [...changeSetIds] } }, after: null },
    select: { accountNumber: true },
  });
  return new Set(rows.map(({ accountNumber }) => accountNumber));
}
