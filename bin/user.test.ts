import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
let base = '';

beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-user-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function afstemt(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'bin/cli.ts'), 'user', ...args], {
    cwd: base,
    encoding: 'utf8',
    env: {
      ...process.env,
      AFSTEMT_ROOT: ROOT,
      AFSTEMT_DATA: path.join(base, 'data'),
      AFSTEMT_URL: 'https://afstemt.example.dk',
    },
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

function query(sql: string): unknown[] {
  const db = new Database(path.join(base, 'data/afstemt.db'), { readonly: true });
  try {
    return db.prepare(sql).raw().all();
  } finally {
    db.close();
  }
}

describe('afstemt user', () => {
  it('adds a person with roles and prints a link for once under the public address', () => {
    const added = afstemt(
      'add',
      'Anna@Kommune.dk',
      '--name',
      'Anna Holm',
      '--role',
      'accountant:administration:KS',
      '--role',
      'auditor',
    );
    expect([added.status, added.stderr]).toEqual([0, '']);
    expect(added.stdout).toContain('Anna@Kommune.dk er oprettet.');
    expect(added.stdout).toMatch(/https:\/\/afstemt\.example\.dk\/velkommen\?kode=[\w-]{43}\n/);
    expect(query('SELECT name, email, initials FROM Person')).toEqual([['Anna Holm', 'anna@kommune.dk', 'AH']]);
    expect(query('SELECT role, scope, unitCode, grantedBy FROM RoleGrant ORDER BY id')).toEqual([
      ['accountant', 'administration', 'KS', 'kommandolinje'],
      ['auditor', 'all', null, 'kommandolinje'],
    ]);
    expect(query('SELECT personId, role, action, subject FROM AuditEvent')).toEqual([
      ['kommandolinje', 'administrator', 'create', 'person'],
    ]);
  });

  it('makes a new link, disables, and says each in JSON where asked to', () => {
    const reset = JSON.parse(afstemt('reset', 'anna@kommune.dk', '--json').stdout);
    expect(reset).toMatchObject({ ok: true, email: 'anna@kommune.dk' });
    expect(reset.link).toMatch(/^https:\/\/afstemt\.example\.dk\/velkommen\?kode=/);
    expect(JSON.parse(afstemt('disable', 'anna@kommune.dk', '--json').stdout)).toEqual({
      ok: true,
      email: 'anna@kommune.dk',
      link: null,
      expiresAt: null,
    });
    expect(query('SELECT count(*) FROM Person WHERE disabledAt IS NULL')).toEqual([[0]]);
    expect(query('SELECT count(*) FROM OneTimeLink')).toEqual([[0]]);
  });

  it('refuses what cannot be done, in words and with exit code 1', () => {
    expect(afstemt('add', 'anna@kommune.dk', '--name', 'En Anden')).toMatchObject({
      status: 1,
      stderr: 'Der er allerede en person med den e-mail.\n',
    });
    expect(afstemt('reset', 'nobody@kommune.dk').status).toBe(1);
    expect(afstemt('disable', 'anna@kommune.dk')).toMatchObject({ status: 1, stderr: 'Personen er spærret.\n' });
    expect(JSON.parse(afstemt('reset', 'nobody@kommune.dk', '--json').stdout)).toMatchObject({
      ok: false,
      issues: [{ code: 'unknown-person' }],
    });
  });

  it.each([
    [[]],
    [['remove', 'a@b.dk']],
    [['add', 'a@b.dk']],
    [['add', '--name', 'A']],
    [['disable', 'a@b.dk', '--role', 'auditor']],
    [['add', 'a@b.dk', '--name', 'A', '--role', 'king']],
    [['add', 'a@b.dk', '--name', 'A', '--role', 'auditor:somewhere:X']],
    [['add', 'a@b.dk', '--name', 'A', '--what']],
  ])('says how it is called when called with %j', (args) => {
    const { status, stderr } = afstemt(...args);
    expect(status).toBe(2);
    expect(stderr.length).toBeGreaterThan(20);
  });
});
