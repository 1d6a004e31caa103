import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const DEMO = path.join(ROOT, 'prisma/demo');
let base = '';

beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-cli-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function run(script: string, args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: base,
    encoding: 'utf8',
    env: { ...process.env, AFSTEMT_ROOT: ROOT, AFSTEMT_DATA: path.join(base, 'data'), ...environment },
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

const afstemt = (...args: string[]) => run('bin/cli.ts', args);

function demoFiles(): string[] {
  return readdirSync(DEMO)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => path.join(DEMO, name));
}

function write(name: string, text: string): string {
  const file = path.join(base, name);
  writeFileSync(file, text);
  return file;
}

describe('afstemt import', () => {
  it('tries the reference case out, stores it, and finds nothing to change the second time', () => {
    const dry = afstemt('import', 'auto', ...demoFiles(), '--period', '2023-12', '--dry-run', '--json');
    expect(dry.status).toBe(0);
    expect(JSON.parse(dry.stdout)).toMatchObject({
      ok: true,
      dryRun: true,
      stored: false,
      control: { count: 2449, sum: '0' },
      issues: [],
    });
    const first = JSON.parse(afstemt('import', 'auto', ...demoFiles(), '--period', '2023-12', '--json').stdout);
    expect(first).toMatchObject({ ok: true, stored: true, importId: 1, period: '2023-12' });
    expect(first.files.map((file: { kind: string; new: number }) => [file.kind, file.new])).toEqual([
      ['organisation', 14],
      ['im-funktioner', 57],
      ['saldobalance', 2449],
      ['kontoansvar', 2449],
      ['afstemninger', 2441],
      ['sammenligningstal', 3],
      ['systemafstemninger', 4],
      ['afskrivninger', 7],
    ]);
    const second = afstemt('import', 'auto', ...demoFiles(), '--period', '2023-12');
    expect(second.status).toBe(0);
    expect(second.stdout).toContain(
      'saldobalance-2023-12.csv (saldobalance): 0 nye, 0 ændrede, 0 bortfaldne, 2449 uændrede',
    );
    expect(second.stdout).toContain('Kontroltotal: 2.449 konti, 0,00 kr.');
  });

  it('names file, row, column and value of what is wrong, and stores nothing', () => {
    const bad = write(
      'dårlig.csv',
      'Konto;Kontonavn;IM-funktion;Saldo\n90100001;Kasse;9.22.01;1,005\n90100002;Kasse;9.22.01;abc\n',
    );
    const asJson = afstemt('import', 'saldobalance', bad, '--period', '2023-12', '--json');
    expect(asJson.status).toBe(1);
    const result = JSON.parse(asJson.stdout);
    expect(result).toMatchObject({ ok: false, stored: false, importId: null });
    expect(result.issues).toContainEqual(
      expect.objectContaining({
        file: 'dårlig.csv',
        row: 3,
        column: 'Saldo',
        value: 'abc',
        message: expect.any(String),
      }),
    );
    const human = afstemt('import', 'saldobalance', bad, '--period', '2023-12');
    expect(human.stderr).toMatch(/Fejl: dårlig\.csv, række 3, Saldo, ”abc”: /);
    expect(human.stderr).toContain('Intet er gemt.');
    expect(human.stdout).toBe('');
  });

  it('leaves an ambiguous column to a person', () => {
    const rows = 'Konto;Kontonavn;IM-funktion;Saldo\n90100001;Kasse;9.22.01;1.234\n90100002;Kasse;9.22.01;-1.234\n';
    const file = write('tvetydig.csv', rows);
    expect(afstemt('import', 'saldobalance', file, '--period', '2024-12', '--dry-run').status).toBe(1);
    const chosen = afstemt(
      'import',
      'auto',
      path.join(DEMO, 'im-funktioner.csv'),
      file,
      '--period',
      '2024-12',
      '--dry-run',
      '--amounts',
      'da',
      '--json',
    );
    expect(JSON.parse(chosen.stdout)).toMatchObject({ ok: true, control: { count: 2, sum: '0' } });
  });

  it('says how it is used when it is used wrongly', () => {
    for (const [args, text] of [
      [['import', 'saldo', 'x.csv', '--period', '2023-12'], '”saldo” er ikke en slags fil'],
      [['import', 'auto', 'x.csv'], '--period 2023-12'],
      [['import', 'auto', 'x.csv', '--period', '2023-12', '--nope'], 'Brug: npx afstemt import'],
      [['eksporter'], 'Der er ingen kommando ”eksporter”'],
    ] as const) {
      const result = afstemt(...args);
      expect(result.status).toBe(2);
      expect(result.stderr).toContain(text);
    }
    const asJson = afstemt('import', 'saldo', 'x.csv', '--period', '2023-12', '--json');
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('saldobalance') }],
    });
    const noPeriod = afstemt('import', 'auto', ...demoFiles(), '--period', '2023-17', '--json');
    expect(noPeriod.status).toBe(1);
    expect(JSON.parse(noPeriod.stdout).issues[0]).toMatchObject({
      value: '2023-17',
      message: expect.stringContaining('”2023-17” er ikke en periode'),
    });
    const noFile = afstemt('import', 'auto', 'findes-ikke.csv', '--period', '2023-12', '--json');
    expect(noFile.status).toBe(1);
    expect(JSON.parse(noFile.stdout).issues[0]).toMatchObject({ file: 'findes-ikke.csv', row: null });
  });
});

describe('afstemt report', () => {
  it('writes every committee in every format, and bears UDKAST while something is missing', () => {
    const out = path.join(base, 'rapporter');
    const result = afstemt(
      'report',
      '--year',
      '2023',
      '--committee',
      'all',
      '--format',
      'pdf,xlsx,json,html',
      '--out',
      out,
    );
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('UDKAST: rapporten for BIU er ikke komplet:');
    const names = readdirSync(out).sort();
    expect(names.filter((name) => name.startsWith('aarsrapport-'))).toHaveLength(28);
    expect(result.stderr).toContain('28/28 ');
    expect(names.slice(0, 4)).toEqual([
      'aarsrapport-2023-BIU.html',
      'aarsrapport-2023-BIU.json',
      'aarsrapport-2023-BIU.pdf',
      'aarsrapport-2023-BIU.xlsx',
    ]);
    expect(names).toContain('aarsrapport-2023-OEU.pdf');
    const json = JSON.parse(readFileSync(path.join(out, 'aarsrapport-2023-BIU.json'), 'utf8'));
    expect(Object.keys(json)).toEqual(['year', 'committee', 'status', 'tables', 'checks']);
    expect(json.status).toBe('udkast');
    expect(
      afstemt('report', '--year', '2023', '--committee', 'BIU', '--format', 'json', '--out', out, '--require-klar')
        .status,
    ).toBe(1);
  });

  it('takes nothing for its own that another program left in the folder', () => {
    for (const [index, content] of ['{"name":"en app"}', 'intet manifest'].entries()) {
      const out = path.join(base, `fremmed-${index}`);
      mkdirSync(out);
      writeFileSync(path.join(out, 'manifest.json'), content);
      const result = afstemt('report', '--year', '2023', '--committee', 'BIU', '--format', 'json', '--out', out);
      expect([result.status, result.stderr]).toEqual([0, '']);
      expect(readdirSync(out)).toEqual(['aarsrapport-2023-BIU.json', 'manifest.json']);
    }
  });

  it('says what is missing when it cannot', () => {
    expect(afstemt('report', '--year', '2021', '--committee', 'BIU', '--out', base)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('ingen saldobalance for 2021'),
    });
    expect(afstemt('report', '--year', '2023', '--committee', 'XYZ', '--out', base)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('ØU, KFU'),
    });
    const blocked = path.join(write('en-fil', 'x'), 'rapporter');
    const refused = afstemt('report', '--year', '2023', '--committee', 'øu', '--format', 'json', '--out', blocked);
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Vælg en anden mappe') });
    expect(refused.stderr).not.toContain('at async');
    expect(afstemt('report', '--year', '2023', '--committee', 'BIU', '--format', 'odt', '--out', base)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('pdf, xlsx, json, html'),
    });
  });
});

describe('the start', () => {
  it('says that the port is taken and how to choose another', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const result = run('bin/serve.ts', [], { PORT: String(port) });
    server.close();
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining(`Port ${port} is taken`) });
  });

  it('says what is wrong with the environment, the folder, or a newer database', () => {
    expect(run('bin/serve.ts', [], { PORT: 'tretusind' }).stderr).toContain('PORT=tretusind');
    const blocked = write('ingen-mappe', 'a file');
    expect(run('bin/serve.ts', [], { PORT: '39471', AFSTEMT_DATA: blocked })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot be written'),
    });
    const data = path.join(base, 'nyere');
    run('bin/cli.ts', ['import', 'organisation', path.join(DEMO, 'organisation.csv'), '--period', '2023-12'], {
      AFSTEMT_DATA: data,
    });
    expect(existsSync(path.join(data, 'afstemt.db'))).toBe(true);
    const db = new Database(path.join(data, 'afstemt.db'));
    db.exec(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', '99990101000000_future')`,
    );
    db.close();
    expect(run('bin/serve.ts', [], { PORT: '39471', AFSTEMT_DATA: data })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('newer than this program'),
    });
    expect(
      run('bin/cli.ts', ['report', '--year', '2023', '--committee', 'BIU', '--out', base], { AFSTEMT_DATA: data })
        .status,
    ).toBe(2);
  });
});
