import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { recordEvents } from '#lib/db/audit.ts';
import { DATABASE } from '#lib/db/backup.ts';
import { openStore } from '#lib/db/store.ts';
import { countTrail, listTrail, type TrailFilter } from '#lib/db/trail.ts';
import { verifyTrail } from '#lib/db/verify-trail.ts';
import type { AuditEntry } from '#lib/domain/audit.ts';
import type { Part, Row } from './shared/row.ts';
import { ROOT, withFolder } from './shared/stores.ts';
import { sampleInTurns, showRatio, showSample, timeOf } from './shared/timing.ts';

const EVENTS = 1_000_000;
const BATCH = 50_000;
const RUNS = 3;
const GOAL_RATIO = 5;
const PAGE = 51;

/** Saves of reconciliations as they are: an item's amount and a plan's words before and after. */
function makeEntries(begin: number): AuditEntry[] {
  return Array.from({ length: BATCH }, (_, index): AuditEntry => {
    const number = begin + index;
    const verdict = (amount: bigint) => ({
      account: String(90_000_000 + (number % 20_000)),
      category: 2,
      documentedBalance: amount,
      initials: 'DRE',
      findings: [{ committee: 'BIU', category: 2, items: [{ postingDate: '2022-06-30', text: 'Åben post', amount }] }],
    });
    return {
      action: number % 7 === 0 ? 'approve' : 'update',
      subject: 'reconciliation',
      subjectId: String(90_000_000 + (number % 20_000)),
      periodId: '2023-12',
      importId: null,
      before: verdict(BigInt(number)),
      after: verdict(BigInt(number + 1)),
    };
  });
}

async function makeTrail(folder: string): Promise<void> {
  const store = openStore(folder, ROOT);
  try {
    for (let begin = 0; begin < EVENTS; begin += BATCH) {
      const name = `Demo ${(begin / BATCH) % 40}`;
      const origin = { channel: 'screen' as const, address: '127.0.0.1' };
      const actor = { personId: name, name, initials: 'D', grants: [], origin };
      const at = new Date(1.7e12 + begin * 1_000).toISOString();
      await store.touchTx((tx) =>
        recordEvents(tx, { actor, role: 'accountant', onBehalfOf: null }, at, makeEntries(begin)),
      );
    }
  } finally {
    await store.close();
  }
}

/** Every text that the chain covers, one event a line: what sha256sum is to read. */
function writeTexts(database: string, file: string): void {
  const db = new Database(database, { readonly: true });
  const out = openSync(file, 'w');
  try {
    let lines: string[] = [];
    for (const row of db.prepare('SELECT * FROM "AuditEvent" ORDER BY "id"').raw().iterate() as Iterable<unknown[]>) {
      lines.push(row.join(' '));
      if (lines.length < 5_000) continue;
      writeSync(out, `${lines.join('\n')}\n`);
      lines = [];
    }
    writeSync(out, lines.join('\n'));
  } finally {
    closeSync(out);
    db.close();
  }
}

function run(): Promise<Row[]> {
  return withFolder(async (folder) => {
    await makeTrail(folder);
    const database = path.join(folder, DATABASE);
    const texts = path.join(folder, 'texts');
    writeTexts(database, texts);
    const [ours, bare] = await sampleInTurns(
      RUNS,
      () =>
        timeOf(() => {
          const { events, fault } = verifyTrail(database);
          if (fault !== null || events !== EVENTS) throw new Error(`Verified ${events}: ${fault?.code}.`);
        }),
      () => timeOf(() => execFileSync('sha256sum', [texts])),
    );
    if (!ours || !bare) throw new Error('Nothing was measured.');
    return [
      {
        what: 'verify of 1,000,000 events',
        ours: showSample(ours),
        beside: `${showSample(bare)} sha256sum of the same texts`,
        ratio: showRatio(ours.median, bare.median),
        goal: '≤ 5×',
        met: ours.median <= GOAL_RATIO * bare.median,
      },
      ...(await measurePages(folder)),
    ];
  });
}

const ALL: TrailFilter = { personId: null, subject: null, action: null, from: null, until: null, id: null };

/** The first page, its count included, of what is filtered in the ways that leave much and nothing. */
async function measurePages(folder: string): Promise<Row[]> {
  const store = openStore(folder, ROOT);
  try {
    const page = (filter: TrailFilter) => () =>
      timeOf(() => Promise.all([countTrail(store.read, filter), listTrail(store.read, filter, null, PAGE)]));
    const [all, rare, text] = await sampleInTurns(
      RUNS,
      page(ALL),
      page({ ...ALL, personId: 'Demo 7', action: 'lock' }),
      page({ ...ALL, id: '0012345' }),
    );
    if (!all || !rare || !text) throw new Error('Nothing was measured.');
    return [
      ['unfiltered', all],
      ['of one person and an action that never was', rare],
      ['by a part of the id', text],
    ].map(([which, sample]) => ({
      what: `page of a trail of 1,000,000, ${which}`,
      ours: showSample(sample as typeof all),
      beside: '–',
      ratio: '',
      goal: '–',
      met: null,
    }));
  } finally {
    await store.close();
  }
}

export const VERIFY: Part = { name: 'verify', run };
