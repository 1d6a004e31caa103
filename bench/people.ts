import { verdictOf, versionOf } from '../e2e/rights/action-line.ts';
import { refusalOf } from '../e2e/rights/ask.ts';
import { Caller } from '../e2e/rights/caller.ts';
import { query } from '../e2e/rights/database.ts';
import type { Server } from '../e2e/server.ts';
import { withDemoServer } from './shared/demo-server.ts';
import type { Part, Row } from './shared/row.ts';
import { quantile, type Sample, showRatio, showTime, toSample } from './shared/timing.ts';

const PEOPLE = 20;
const MINUTE_MS = 60_000;
const ALONE_MS = 30_000;
/** How long somebody looks at a page before they save, on average. */
const THINK_MS = 5_000;
/** So few that people meet at one account now and then. */
const ACCOUNTS = 40;
const GOAL_MS = 1_000;

interface Tally {
  saves: number[];
  accepted: number;
  /** Refused because somebody else was first. */
  met: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens accounts, every fifth time the list before, looks, and saves what was seen with a change, until the time is over. */
async function workUntil(end: number, caller: Caller, server: Server, accounts: string[], tally: Tally): Promise<void> {
  for (let turn = 0; performance.now() < end; turn += 1) {
    const account = accounts[Math.floor(Math.random() * accounts.length)] ?? '';
    const page = `/2023-12/konti/${account}`;
    for (const address of turn % 5 === 0 ? ['/2023-12/konti', page] : [page]) {
      const { status } = await caller.get(address);
      if (status !== 200) throw new Error(`${address} answers ${status}.`);
    }
    const version = versionOf(server.folder, account);
    await pause(THINK_MS * (0.5 + Math.random()));
    // Never as it was, so that each save is one.
    const initials = Math.random().toString(36).slice(2, 10);
    const begin = performance.now();
    const refusal = refusalOf(await caller.act('saveReconciliation', verdictOf(account, version, { initials })));
    tally.saves.push(performance.now() - begin);
    if (refusal === null) tally.accepted += 1;
    else if (refusal === 'changed-by-another') tally.met += 1;
    else throw new Error(`A save was refused: ${refusal}`);
  }
}

async function workTogether(people: number, ms: number, server: Server, accounts: string[]): Promise<Tally> {
  const tally: Tally = { saves: [], accepted: 0, met: 0 };
  const callers = await Promise.all(
    Array.from({ length: people }, (_, index) =>
      Caller.signedInAs(server.address, index % 2 === 0 ? 'accountant' : 'accountant2'),
    ),
  );
  const end = performance.now() + ms;
  await Promise.all(callers.map((caller) => workUntil(end, caller, server, accounts, tally)));
  return tally;
}

/** The accounts' versions and events, added up: what saves raise by one each. */
function countChanges({ folder }: Server, accounts: string[]): { versions: number; events: number } {
  const list = JSON.stringify(accounts);
  const of = (sql: string) => query<{ found: number }>(folder, sql, list)[0]?.found ?? 0;
  return {
    versions: of(
      'SELECT sum(version) AS found FROM Reconciliation WHERE accountNumber IN (SELECT value FROM json_each(?))',
    ),
    events: of(
      `SELECT count(*) AS found FROM AuditEvent
       WHERE subject = 'reconciliation' AND subjectId IN (SELECT value FROM json_each(?))`,
    ),
  };
}

async function measure(server: Server): Promise<{ alone: Sample; together: Sample; tally: Tally; lost: number }> {
  const accounts = query<{ number: string }>(
    server.folder,
    `SELECT accountNumber AS number FROM Responsibility JOIN Reconciliation USING (periodId, accountNumber)
     WHERE reconciledBy = 'KS' AND category = 1 ORDER BY 1 LIMIT ?`,
    ACCOUNTS,
  ).map(({ number }) => number);
  const before = countChanges(server, accounts);
  const alone = await workTogether(1, ALONE_MS, server, accounts);
  const tally = await workTogether(PEOPLE, MINUTE_MS, server, accounts);
  const after = countChanges(server, accounts);
  const accepted = alone.accepted + tally.accepted;
  const lost = Math.max(
    Math.abs(after.versions - before.versions - accepted),
    Math.abs(after.events - before.events - accepted),
  );
  return { alone: toSample(alone.saves), together: toSample(tally.saves), tally, lost };
}

const showTail = (sample: Sample): string => showTime(quantile(sample.sorted, 0.95));

async function run(): Promise<Row[]> {
  const { alone, together, tally, lost } = await withDemoServer(measure);
  const p95 = quantile(together.sorted, 0.95);
  return [
    {
      what: `${PEOPLE} people at once for a minute: a save (${tally.accepted} of ${together.sorted.length} first, ${tally.met} told of another, ${lost} lost)`,
      ours: `${showTime(together.median)} (p95 ${showTail(together)})`,
      beside: `${showTime(alone.median)} (p95 ${showTail(alone)}) one person alone`,
      ratio: showRatio(together.median, alone.median),
      goal: 'p95 ≤ 1 s, none lost',
      met: p95 <= GOAL_MS && lost === 0,
    },
  ];
}

export const PEOPLE_AT_ONCE: Part = { name: 'people at once', run };
