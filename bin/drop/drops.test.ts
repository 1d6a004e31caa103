import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { openStore, type Store } from '#lib/db/store.ts';
import type { Context } from '#lib/services/context.ts';
import { claimFiles } from './claim.ts';
import { findDrops, periodInName } from './find-drops.ts';
import type { DropResult } from './import-claim.ts';
import { DropDesk } from './watch-drops.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DEMO = path.join(ROOT, 'prisma/demo');
let base = '';
let drop = '';
let store: Store;
let context: Context;
let results: DropResult[] = [];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-drop-'));
  drop = path.join(base, 'drop');
  mkdirSync(drop);
  store = openStore(path.join(base, 'data'), ROOT);
  context = { store, actor: COMMAND_LINE };
  results = [];
});
afterEach(async () => {
  await store.close();
  rmSync(base, { recursive: true, force: true });
});

function deskFor(periodId: string | null): DropDesk {
  return new DropDesk(context, {
    folder: drop,
    periodId,
    language: 'da',
    onResult: (result) => results.push(result),
    onError: (error) => {
      throw error;
    },
  });
}

const demo = (...names: string[]) => {
  for (const name of names) cpSync(path.join(DEMO, name), path.join(drop, name));
};
const inFolder = (...parts: string[]) => {
  const folder = path.join(drop, ...parts);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const accounts = () => store.read.account.count();
const imports = () => store.read.import.count();

describe('a file in the drop folder', () => {
  it('states its period in its name, between no other digits', () => {
    expect(periodInName('saldo-2023-12.csv')).toBe('2023-12');
    expect(periodInName('KMD_2024.03_v2.xlsx')).toBe('2024-03');
    expect(periodInName('2023-16 supplement.csv')).toBe('2023-16');
    for (const name of ['saldo.csv', 'saldo-2023.csv', 'saldo-2023-17.csv', '120230-12.csv', '2023-120.csv'])
      expect([name, periodInName(name)]).toEqual([name, null]);
  });

  it('is of the kind or the profile that its folder is named as, and not taken while something else writes it', async () => {
    for (const folder of ['saldobalance', 'KMD Opus', 'done', 'failed', 'working', '.skjult'])
      mkdirSync(path.join(drop, folder));
    for (const place of ['a-2023-12.csv', 'saldobalance/b.csv', 'KMD Opus/c.csv', 'done/d.csv', '.skjult/e.csv'])
      writeFileSync(path.join(drop, place), 'x');
    for (const place of ['f.csv.part', 'g.tmp', '~$h.xlsx', '.i.csv']) writeFileSync(path.join(drop, place), 'x');
    expect((await findDrops(drop, null)).map(({ stamp: _, ...file }) => file)).toEqual([
      { place: 'a-2023-12.csv', kind: 'auto', profile: null, periodId: '2023-12' },
      { place: 'KMD Opus/c.csv', kind: 'auto', profile: 'KMD Opus', periodId: null },
      { place: 'saldobalance/b.csv', kind: 'saldobalance', profile: null, periodId: null },
    ]);
  });

  it('is taken once it has stopped growing, with the others of its period, and lies in done with its report', async () => {
    const desk = deskFor('2023-12');
    demo('im-funktioner.csv', 'saldobalance-2023-12.csv');
    expect(await desk.look()).toBe(true);
    writeFileSync(path.join(drop, 'saldobalance-2023-12.csv'), 'Konto;Kontonavn;IM-funktion;Saldo\r\n');
    expect(await desk.look()).toBe(true);
    expect(results).toEqual([]);
    demo('saldobalance-2023-12.csv');
    expect(await desk.look()).toBe(true);
    expect(await desk.look()).toBe(false);
    expect(results.map(({ ok, importId }) => [ok, importId])).toEqual([[true, 1]]);
    expect(await accounts()).toBe(2449);
    const [load = ''] = inFolder('done');
    expect(inFolder('done', load)).toEqual([
      'claim.json',
      'im-funktioner.csv',
      'rapport.json',
      'rapport.txt',
      'saldobalance-2023-12.csv',
    ]);
    const report = JSON.parse(readFileSync(path.join(drop, 'done', load, 'rapport.json'), 'utf8'));
    expect(report).toMatchObject({ ok: true, importId: 1, period: '2023-12', control: { count: 2449, sum: '0' } });
    expect(readFileSync(path.join(drop, 'done', load, 'rapport.txt'), 'utf8')).toContain('2449 nye');
    expect(inFolder('working')).toEqual([]);
    // Nothing is left to be taken.
    await desk.look();
    await desk.look();
    expect(await imports()).toBe(1);
  });

  it('lies in failed with what is wrong where it is refused, nothing is stored, and nothing is written over', async () => {
    for (let time = 0; time < 2; time += 1) {
      const desk = deskFor(null);
      writeFileSync(path.join(drop, 'saldo-2023-12.csv'), 'Konto;Kontonavn;IM-funktion;Saldo\r\n90100001;Kasse;;x\r\n');
      mkdirSync(path.join(drop, 'Ukendt profil'), { recursive: true });
      writeFileSync(path.join(drop, 'Ukendt profil/saldo-2023-11.csv'), 'Konto;Saldo\r\n');
      writeFileSync(path.join(drop, 'saldo.csv'), 'Konto;Saldo\r\n');
      await desk.look();
      await desk.look();
    }
    expect(results.map(({ ok }) => ok)).toEqual(Array(6).fill(false));
    const reports = inFolder('failed').map((load) =>
      JSON.parse(readFileSync(path.join(drop, 'failed', load, 'rapport.json'), 'utf8')),
    );
    const codes = reports.flatMap(({ issues }) => issues.map(({ code }: { code: string }) => code)).sort();
    expect(new Set(codes)).toEqual(
      new Set(['amount-not-an-amount', 'drop-no-period', 'prerequisite-missing', 'profile-unknown']),
    );
    expect(reports).toHaveLength(6);
    expect(await imports()).toBe(0);
  });

  it('is imported after an interruption, whole, and not again where it was stored before it', async () => {
    demo('im-funktioner.csv', 'saldobalance-2023-12.csv');
    const files = await findDrops(drop, '2023-12');
    const claim = await claimFiles(drop, '2023-12', files);
    // Killed while the files were being moved: one of them still lies where it was put.
    cpSync(path.join(drop, 'working', claim.id, 'im-funktioner.csv'), path.join(drop, 'im-funktioner.csv'));
    rmSync(path.join(drop, 'working', claim.id, 'im-funktioner.csv'));
    await deskFor(null).recover();
    expect(results.map(({ ok, importId }) => [ok, importId])).toEqual([[true, 1]]);
    expect(inFolder('done', claim.id)).toContain('im-funktioner.csv');
    // Killed after the commit, before anything was moved away.
    cpSync(path.join(drop, 'done', claim.id), path.join(drop, 'working', claim.id), { recursive: true });
    rmSync(path.join(drop, 'done'), { recursive: true });
    await deskFor(null).recover();
    expect(results.map(({ ok, importId }) => [ok, importId])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    expect(await imports()).toBe(1);
    expect(readFileSync(path.join(drop, 'done', claim.id, 'rapport.txt'), 'utf8')).toContain('ikke importeret igen');
    expect(inFolder('working')).toEqual([]);
  });

  it('is all that is taken up again: nothing outside the folder, and nothing that is no claim', async () => {
    const secret = path.join(base, 'secret.csv');
    writeFileSync(secret, 'Konto;Saldo\r\n');
    const before = { at: new Date().toISOString(), process: 0, periodId: '2023-12' };
    const claim = (id: string, place: string) => {
      mkdirSync(path.join(drop, 'working', id), { recursive: true });
      const files = [{ place, kind: 'auto', profile: null }];
      writeFileSync(path.join(drop, 'working', id, 'claim.json'), JSON.stringify({ ...before, files }));
    };
    for (const [at, place] of ['../secret.csv', secret, 'a/../../secret.csv', 'a/b/secret.csv', '..'].entries())
      claim(`evil-${at}`, place);
    claim('link', 'linked.csv');
    symlinkSync(secret, path.join(drop, 'working', 'link', 'linked.csv'));
    claim('linked-later', 'later.csv');
    symlinkSync(secret, path.join(drop, 'later.csv'));
    mkdirSync(path.join(drop, 'working', 'own'));
    writeFileSync(path.join(drop, 'working', 'own', 'saldo-2023-12.csv'), 'x');
    writeFileSync(path.join(drop, 'working', 'note.txt'), 'x');
    mkdirSync(path.join(drop, 'working', 'broken'));
    writeFileSync(path.join(drop, 'working', 'broken', 'claim.json'), '{');
    mkdirSync(path.join(drop, 'working', 'begun'));
    writeFileSync(path.join(drop, 'working', 'begun', 'claim.json.part'), '{');

    await deskFor(null).recover();
    expect(readFileSync(secret, 'utf8')).toBe('Konto;Saldo\r\n');
    expect(results.map(({ claim: { id }, ok, lines }) => [id, ok, lines.join().includes('ikke længere')])).toEqual([
      ['link', false, true],
      ['linked-later', false, true],
    ]);
    expect(inFolder('working')).toEqual(['broken', ...[0, 1, 2, 3, 4].map((at) => `evil-${at}`), 'note.txt', 'own']);
    expect(inFolder('working', 'own')).toEqual(['saldo-2023-12.csv']);
    expect(await imports()).toBe(0);
  });
});
