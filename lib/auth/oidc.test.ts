import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSignInSettings } from '#lib/db/sign-in-settings.ts';
import { openStore, type Store } from '#lib/db/store.ts';
import type { SignInSettings } from '#lib/schemas/sign-in-settings.ts';
import { ADDRESS, Browser } from './testing/browser.ts';
import { type Forgery, startForger } from './testing/forger.ts';
import { CLIENT, startProvider, type TestProvider, walkThrough } from './testing/provider.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BACK = `${ADDRESS}/api/auth/oidc/callback`;
let base = '';
let provider: TestProvider;
let store: Store;

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-oidc-'));
  provider = await startProvider(BACK);
});
afterAll(async () => {
  await provider.close();
  rmSync(base, { recursive: true, force: true });
});
beforeEach(() => {
  vi.stubEnv('AFSTEMT_OIDC_SECRET', CLIENT.secret);
  store = openStore(mkdtempSync(path.join(base, 'store-')), ROOT);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await store.close();
});

async function configure(issuer: string, more: Partial<SignInSettings['oidc']> = {}): Promise<void> {
  const oidc = {
    issuer,
    clientId: CLIENT.id,
    label: 'Kommunens login',
    groupClaim: 'groups',
    newcomers: 'create' as const,
    trustsEmail: false,
  };
  await store.touchTx((tx) =>
    writeSignInSettings(tx, {
      requiresSecondFactor: false,
      oidc: {
        ...oidc,
        mapping: [
          { group: 'regnskab', role: 'accountant', unit: { kind: 'administration', code: 'KS' } },
          { group: 'godkend', role: 'approver', unit: null },
          { group: 'admin', role: 'administrator', unit: null },
        ],
        ...more,
      },
    }),
  );
}

async function begin(browser: Browser, target = '/2023-12/konti'): Promise<string> {
  const { status, headers } = await browser.ask('GET', `/oidc/start?til=${encodeURIComponent(target)}`);
  expect(status).toBe(302);
  return headers.get('location') ?? '';
}

/** Signs in all the way. @returns where the browser is led in the end */
async function signIn(browser: Browser, target?: string): Promise<string | null> {
  const answer = await walkThrough(await begin(browser, target), BACK);
  return (await browser.ask('GET', `/oidc/callback${answer.search}`)).headers.get('location');
}

const counts = async () => [await store.read.person.count(), await store.read.session.count()];
const rolesOf = async (personId: string) =>
  (await store.read.roleGrant.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(
    ({ role, unitCode, source }) => [role, unitCode, source],
  );

describe('OpenID Connect against a real provider', () => {
  it('makes a person at the first sign-in, with the roles of their groups, and leads back to the page asked for', async () => {
    await configure(provider.issuer);
    provider.setClaims({
      sub: 'a1',
      email: 'Anna@Kommune.dk',
      email_verified: true,
      name: 'Anna Ager',
      groups: ['regnskab', 'x'],
    });
    const browser = new Browser(store);
    expect(await signIn(browser)).toBe('/2023-12/konti');
    expect(browser.session).toBeDefined();
    const person = await store.read.person.findFirstOrThrow();
    expect(person).toMatchObject({ name: 'Anna Ager', email: 'anna@kommune.dk', initials: 'AA' });
    expect(await rolesOf(person.id)).toEqual([['accountant', 'KS', 'oidc']]);
    const actions = (await store.read.auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action, subject }) => [
      action,
      subject,
    ]);
    expect(actions).toEqual([
      ['create', 'person'],
      ['create', 'roleGrant'],
      ['signIn', 'session'],
    ]);
  });

  it('replaces the roles of groups at each sign-in, and leaves those that people gave', async () => {
    await configure(provider.issuer);
    provider.setClaims({ sub: 'a2', email: 'bo@kommune.dk', name: 'Bo Bøg', groups: ['regnskab'] });
    await signIn(new Browser(store));
    const { id } = await store.read.person.findFirstOrThrow();
    await store.touchTx((tx) =>
      tx.roleGrant.create({
        data: { personId: id, role: 'auditor', scope: 'all', grantedBy: 'x', grantedAt: '2026-01-01' },
      }),
    );
    provider.setClaims({ sub: 'a2', email: 'bo@kommune.dk', name: 'Bo Bøg', groups: ['godkend', 'admin'] });
    await signIn(new Browser(store));
    expect(await counts()).toEqual([1, 2]);
    // Whoever administers does not approve: of the two, administering yields.
    expect(await rolesOf(id)).toEqual([
      ['auditor', null, 'person'],
      ['approver', null, 'oidc'],
    ]);
    provider.setClaims({ sub: 'a2', email: 'bo@kommune.dk', name: 'Bo Bøg', groups: [] });
    await signIn(new Browser(store));
    expect(await rolesOf(id)).toEqual([['auditor', null, 'person']]);
  });

  it('only matches people whom it knows where the settings say so, and never by an address that nobody vouches for', async () => {
    await configure(provider.issuer, { newcomers: 'match' });
    provider.setClaims({ sub: 'c1', email: 'carl@kommune.dk', name: 'Carl C', groups: ['godkend'] });
    expect(await signIn(new Browser(store))).toBe('/log-ind?besked=udbyder');
    expect(await counts()).toEqual([0, 0]);
    await store.touchTx((tx) =>
      tx.person.create({
        data: { id: 'carl', name: 'Carl', email: 'carl@kommune.dk', createdAt: new Date(), updatedAt: new Date() },
      }),
    );
    provider.setClaims({ sub: 'c1', email: 'carl@kommune.dk', email_verified: false, name: 'Carl C', groups: [] });
    expect(await signIn(new Browser(store))).toBe('/log-ind?besked=udbyder');
    provider.setClaims({ sub: 'c1', email: 'carl@kommune.dk', email_verified: true, name: 'Carl C', groups: [] });
    expect(await signIn(new Browser(store))).toBe('/2023-12/konti');
    expect(await counts()).toEqual([1, 1]);
  });

  it.each(['create', 'match'] as const)(
    'takes nobody for a person whose address the provider does not say is verified, unless the settings trust it (%s)',
    async (newcomers) => {
      await configure(provider.issuer, { newcomers });
      await store.touchTx((tx) =>
        tx.person.create({
          data: { id: 'chef', name: 'Chef', email: 'chef@kommune.dk', createdAt: new Date(), updatedAt: new Date() },
        }),
      );
      provider.setClaims({ sub: 'h1', email: 'Chef@kommune.dk', name: 'En Anden', groups: [] });
      const browser = new Browser(store);
      expect(await signIn(browser)).toBe('/log-ind?besked=udbyder');
      expect([browser.session, ...(await counts())]).toEqual([undefined, 1, 0]);
      await configure(provider.issuer, { newcomers, trustsEmail: true });
      expect(await signIn(new Browser(store))).toBe('/2023-12/konti');
      expect(await counts()).toEqual([1, 1]);
    },
  );

  it('lets no disabled person in', async () => {
    await configure(provider.issuer);
    provider.setClaims({ sub: 'd1', email: 'dan@kommune.dk', name: 'Dan D', groups: [] });
    await signIn(new Browser(store));
    await store.touchTx(async (tx) => {
      await tx.session.deleteMany();
      await tx.person.updateMany({ data: { disabledAt: '2026-01-01T00:00:00.000Z' } });
    });
    const browser = new Browser(store);
    expect(await signIn(browser)).toBe('/log-ind?besked=udbyder');
    expect(browser.session).toBeUndefined();
    expect(await counts()).toEqual([1, 0]);
  });

  it('takes an answer once, with its own state, in the browser that asked', async () => {
    await configure(provider.issuer);
    provider.setClaims({ sub: 'e1', email: 'eva@kommune.dk', name: 'Eva E', groups: [] });
    const victim = new Browser(store);
    const thief = new Browser(store);
    const answer = await walkThrough(await begin(victim), BACK);
    await begin(thief);
    // Another's answer, planted in a browser that asked for one of its own.
    expect((await thief.ask('GET', `/oidc/callback${answer.search}`)).headers.get('location')).toBe(
      '/log-ind?besked=udbyder',
    );
    expect((await new Browser(store).ask('GET', `/oidc/callback${answer.search}`)).headers.get('location')).toContain(
      'udbyder',
    );
    expect(await counts()).toEqual([0, 0]);
    const forged = new URL(answer);
    forged.searchParams.set('state', 'another');
    expect((await victim.ask('GET', `/oidc/callback${forged.search}`)).headers.get('location')).toContain('udbyder');
    // The attempt is spent, also for the right answer.
    expect((await victim.ask('GET', `/oidc/callback${answer.search}`)).headers.get('location')).toContain('udbyder');
    expect(await counts()).toEqual([0, 0]);
  });

  it.each(['https://evil.dk/', '//evil.dk', '/\\evil.dk', '/log-ind', 'javascript:alert(1)'])(
    'does not lead to %s afterwards',
    async (target) => {
      await configure(provider.issuer);
      provider.setClaims({ sub: 'f1', email: 'fie@kommune.dk', name: 'Fie F', groups: [] });
      expect(await signIn(new Browser(store), target)).toBe('/');
    },
  );

  it('answers calmly while the provider is down', async () => {
    await configure('http://127.0.0.1:9');
    const { status, headers } = await new Browser(store).ask('GET', '/oidc/start?til=/');
    expect([status, headers.get('location')]).toEqual([302, '/log-ind?besked=udbyder']);
  });
});

describe('tokens that are not what they should be', () => {
  it.each<[string, Forgery, boolean]>([
    ['of the right kind', {}, true],
    ['of another issuer', { iss: 'https://evil.dk' }, false],
    ['for another client', { aud: 'another' }, false],
    ['for several clients, not ours', { aud: ['another', 'third'] }, false],
    ['with another nonce', { nonce: 'another' }, false],
    ['without a nonce', { nonce: undefined }, false],
    ['that has run out', { iat: 1_700_000_000, exp: 1_700_000_600 }, false],
    ['signed by another key', { forge: 'key' }, false],
    ['not signed at all', { forge: 'none' }, false],
  ])('a token %s', async (_name, changes, isTaken) => {
    const forger = await startForger(CLIENT.id, changes);
    try {
      await configure(forger.issuer);
      const browser = new Browser(store);
      const asked = new URL(await begin(browser));
      const answer = new URLSearchParams({
        code: forger.codeFor(asked.searchParams.get('nonce') ?? ''),
        state: asked.searchParams.get('state') ?? '',
        iss: forger.issuer,
      });
      const { headers } = await browser.ask('GET', `/oidc/callback?${answer}`);
      expect(headers.get('location')).toBe(isTaken ? '/2023-12/konti' : '/log-ind?besked=udbyder');
      expect(await counts()).toEqual(isTaken ? [1, 1] : [0, 0]);
      expect(browser.session === undefined).toBe(!isTaken);
    } finally {
      await forger.close();
    }
  });
});
