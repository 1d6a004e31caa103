import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { claimForDemo } from '#lib/db/demo.ts';
import type { Store } from '#lib/db/store.ts';
import { disablePerson } from '#lib/services/disable-person.ts';
import { ensureDemoPeople } from '#lib/services/ensure-demo-people.ts';
import { findCaller } from './find-caller.ts';
import { handleAuth } from './handle-auth.ts';
import { COMMAND_LINE } from './people.ts';
import { readSecret, readSignedValue } from './secret.ts';
import { ADDRESS, Browser } from './testing/browser.ts';
import { addTestPerson, PASSWORD } from './testing/people.ts';
import { prepareEmptyStores } from './testing/stores.ts';
import { totp } from './testing/totp.ts';

const openEmpty = prepareEmptyStores();
const ORIGIN = { channel: 'screen' as const, address: '127.0.0.1' };
const HOUR = 3_600_000;

function tokenOf(store: Store, browser: Browser): string {
  const cookie = browser.session;
  return readSignedValue(cookie && decodeURIComponent(cookie), readSecret(store.folder)) ?? '';
}

const callerOf = (store: Store, browser: Browser) => findCaller(store, tokenOf(store, browser), ORIGIN, HOUR);

async function eventsOf(store: Store) {
  const rows = await store.read.auditEvent.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ action, subject, personId }) => [action, subject, personId]);
}

describe('sign-in with e-mail and password', () => {
  it('makes a session whose cookie scripts cannot read and other sites cannot send, and tells the trail', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk', 'accountant');
    const browser = new Browser(store);
    const { status, body, headers } = await browser.signIn('Anna@Kommune.dk', PASSWORD);
    expect([status, body]).toEqual([200, { ok: true, secondFactor: false }]);
    expect(headers.getSetCookie().join()).toMatch(
      /afstemt\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax/,
    );
    expect((await callerOf(store, browser))?.context.actor).toMatchObject({
      personId: 'anna',
      grants: [{ role: 'accountant', unit: null, onBehalfOf: null }],
      origin: ORIGIN,
    });
    expect(await eventsOf(store)).toEqual([['signIn', 'session', 'anna']]);
  });

  it('asks for https alone where the public address is https', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const address = 'https://afstemt.example.dk';
    const request = new Request(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: address },
      body: JSON.stringify({ email: 'anna@kommune.dk', password: PASSWORD }),
    });
    const reply = await handleAuth(request, { store, publicUrl: address, origin: ORIGIN });
    expect(reply?.headers.getSetCookie().join()).toMatch(/^__Secure-afstemt\.session_token=[^;]+;.*Secure/);
  });

  it('answers alike for an unknown address, a wrong password, a disabled person and one who has no password', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    await addTestPerson(store, 'dan@kommune.dk');
    await addTestPerson(store, 'carl@kommune.dk');
    await store.touchTx(async (tx) => {
      await tx.credential.deleteMany({ where: { userId: 'carl' } });
      await tx.person.update({ where: { id: 'dan' }, data: { disabledAt: '2026-01-01T00:00:00.000Z' } });
    });
    const browser = new Browser(store);
    const tries = [
      ['nobody@kommune.dk', PASSWORD],
      ['no address', PASSWORD],
      ['anna@kommune.dk', 'wrong'],
      ['anna@kommune.dk', ''],
      ['dan@kommune.dk', PASSWORD],
      ['carl@kommune.dk', PASSWORD],
    ] as const;
    for (const [email, password] of tries) {
      const { status, body, headers } = await browser.signIn(email, password);
      expect([email, status, body]).toEqual([email, 401, { code: 'sign-in-refused' }]);
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(await store.read.session.count()).toBe(0);
    const actions = (await eventsOf(store)).map(([action]) => action);
    expect(actions).toEqual(tries.map(() => 'refuse'));
    // What was typed as an address is nowhere to be found.
    const kept = JSON.stringify([await store.read.auditEvent.findMany(), await store.read.signInLock.findMany()]);
    expect(kept).not.toContain('nobody@');
    expect(kept).not.toContain(PASSWORD);
  });

  it('locks an account after ten tries, from everywhere and for the right password too, and opens it after a quarter of an hour', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    await addTestPerson(store, 'bo@kommune.dk');
    // At once, so that none can slip in between a look and a count.
    const tries = Array.from({ length: 15 }, (_, index) =>
      new Browser(store, `10.0.0.${index}`).signIn('anna@kommune.dk', 'wrong'),
    );
    await Promise.all(tries);
    expect((await store.read.auditEvent.count({ where: { action: 'refuse' } })).valueOf()).toBe(10);
    expect(await new Browser(store).signIn('anna@kommune.dk', PASSWORD)).toMatchObject({
      status: 401,
      body: { code: 'sign-in-refused' },
    });
    expect((await new Browser(store).signIn('bo@kommune.dk', PASSWORD)).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
    try {
      expect((await new Browser(store).signIn('anna@kommune.dk', PASSWORD)).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('locks an address that tries many accounts, and does not count what went well', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    await store.touchTx((tx) =>
      tx.signInLock.create({ data: { key: 'address:10.9.9.9', failures: 98, firstAt: new Date().toISOString() } }),
    );
    const bad = new Browser(store, '10.9.9.9');
    expect((await bad.signIn('anna@kommune.dk', PASSWORD)).status).toBe(200);
    expect((await store.read.signInLock.findUniqueOrThrow({ where: { key: 'address:10.9.9.9' } })).failures).toBe(98);
    await bad.signIn('x1@kommune.dk', 'wrong');
    await bad.signIn('x2@kommune.dk', 'wrong');
    expect((await bad.signIn('anna@kommune.dk', PASSWORD)).status).toBe(401);
    expect((await new Browser(store, '10.1.1.1').signIn('anna@kommune.dk', PASSWORD)).status).toBe(200);
  });

  it('reaches nothing of the library but what is named, and takes no field that is not', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const browser = new Browser(store);
    for (const address of [
      '/sign-up/email',
      '/update-user',
      '/list-sessions',
      '/delete-user',
      '/ok',
      '/sign-in/social',
      '/__proto__',
    ])
      expect((await browser.ask('POST', address, {})).status, address).toBe(404);
    expect((await browser.ask('GET', '/sign-in/email')).status).toBe(404);
    expect((await browser.ask('GET', '/get-session')).status).toBe(404);
    expect((await browser.ask('POST', '/sign-in/email', { email: 'anna@kommune.dk' })).status).toBe(400);
    expect((await browser.ask('POST', '/sign-in/email', { email: 'a', password: { length: 1 } })).status).toBe(400);
    expect((await browser.ask('POST', '/sign-in/email', { email: 'a', password: 'x'.repeat(20_000) })).status).toBe(
      400,
    );
    const sent = await browser.ask('POST', '/sign-in/email', {
      email: 'anna@kommune.dk',
      password: PASSWORD,
      callbackURL: 'https://evil.dk',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([200, null]);
  });
});

describe('sessions', () => {
  it('replaces the session that the browser had: one planted there is worth nothing', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    await addTestPerson(store, 'eve@kommune.dk');
    const eve = new Browser(store);
    await eve.signIn('eve@kommune.dk', PASSWORD);
    const anna = new Browser(store);
    anna.cookies.set('afstemt.session_token', eve.session ?? '');
    await anna.signIn('anna@kommune.dk', PASSWORD);
    expect(anna.session).not.toBe(eve.session);
    expect(await callerOf(store, eve)).toBeNull();
    expect((await callerOf(store, anna))?.context.actor.personId).toBe('anna');
    expect(await store.read.session.count()).toBe(1);
  });

  it('takes no cookie that it did not sign', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const browser = new Browser(store);
    await browser.signIn('anna@kommune.dk', PASSWORD);
    const token = tokenOf(store, browser);
    const secret = readSecret(store.folder);
    for (const forged of [
      token,
      `${token}.`,
      `${token}.AAAA`,
      `x${decodeURIComponent(browser.session ?? '')}`,
      '.',
      '',
    ])
      expect(readSignedValue(forged, secret), forged).toBeNull();
    expect(statSync(path.join(store.folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('ends at sign-out on the server too, when idle, and after twelve hours however busy', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const browser = new Browser(store);
    await browser.signIn('anna@kommune.dk', PASSWORD);
    const token = tokenOf(store, browser);
    await browser.ask('POST', '/sign-out', {});
    expect(browser.session).toBeUndefined();
    expect(await findCaller(store, token, ORIGIN, HOUR)).toBeNull();
    expect((await eventsOf(store)).at(-1)).toEqual(['signOut', 'session', 'anna']);

    await browser.signIn('anna@kommune.dk', PASSWORD);
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(start + HOUR - 5_000);
      expect(await callerOf(store, browser)).not.toBeNull();
      // Noted as used just now: an hour counts from here.
      vi.setSystemTime(start + 2 * HOUR - 20_000);
      expect(await callerOf(store, browser)).not.toBeNull();
      vi.setSystemTime(start + 3 * HOUR);
      expect(await callerOf(store, browser)).toBeNull();
      // Nor may it do anything by the library's own addresses.
      expect((await browser.ask('POST', '/two-factor/enable', { password: PASSWORD })).status).toBe(401);
      await browser.signIn('anna@kommune.dk', PASSWORD);
      for (let hour = 3; hour < 15; hour += 0.5) {
        vi.setSystemTime(start + hour * HOUR);
        expect(await callerOf(store, browser), String(hour)).not.toBeNull();
      }
      vi.setSystemTime(start + 15.1 * HOUR);
      expect(await callerOf(store, browser)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends at once for whoever is disabled, and reads rights anew for each request', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk', 'approver');
    const browser = new Browser(store);
    await browser.signIn('anna@kommune.dk', PASSWORD);
    const token = tokenOf(store, browser);
    await store.touchTx((tx) => tx.roleGrant.deleteMany());
    expect((await callerOf(store, browser))?.context.actor.grants).toEqual([]);
    const result = await disablePerson({ store, actor: COMMAND_LINE }, { personId: 'anna' });
    expect(result.ok).toBe(true);
    expect(await findCaller(store, token, ORIGIN, HOUR)).toBeNull();
  });
});

describe('a changed password', () => {
  it('needs the present one, is held against the rules, and ends all other sessions', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const [here, elsewhere] = [new Browser(store), new Browser(store)];
    await here.signIn('anna@kommune.dk', PASSWORD);
    await elsewhere.signIn('anna@kommune.dk', PASSWORD);
    const change = (currentPassword: string, newPassword: string) =>
      here.ask('POST', '/change-password', { currentPassword, newPassword });
    expect(await change('wrong', 'en anden rimelig sætning')).toMatchObject({
      status: 401,
      body: { code: 'wrong-password' },
    });
    expect(await change(PASSWORD, 'kort')).toMatchObject({ status: 400, body: { code: 'password-too-short' } });
    expect(await change(PASSWORD, 'qwerty123456')).toMatchObject({ status: 400, body: { code: 'password-common' } });
    expect((await change(PASSWORD, 'en anden rimelig sætning')).status).toBe(200);
    expect(await callerOf(store, elsewhere)).toBeNull();
    expect(await callerOf(store, here)).not.toBeNull();
    expect((await eventsOf(store)).filter(([action]) => action === 'update')).toEqual([['update', 'person', 'anna']]);
    expect((await new Browser(store).signIn('anna@kommune.dk', PASSWORD)).status).toBe(401);
    expect((await new Browser(store).signIn('anna@kommune.dk', 'en anden rimelig sætning')).status).toBe(200);
    expect(
      (await new Browser(store).ask('POST', '/change-password', { currentPassword: PASSWORD, newPassword: 'x' }))
        .status,
    ).toBe(401);
  });
});

describe('a second factor', () => {
  async function enable(store: Store, browser: Browser) {
    const { body } = await browser.ask('POST', '/two-factor/enable', { password: PASSWORD });
    const secret = new URL(String(body.totpURI)).searchParams.get('secret') ?? '';
    expect((await browser.ask('POST', '/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
    expect(await store.read.person.count({ where: { twoFactorEnabled: true } })).toBe(1);
    return { secret, codes: body.backupCodes as string[] };
  }

  it('is asked for before there is any session, and a recovery code works once', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const first = new Browser(store);
    await first.signIn('anna@kommune.dk', PASSWORD);
    const { secret, codes } = await enable(store, first);
    await first.ask('POST', '/sign-out', {});
    const before = await store.read.auditEvent.count({ where: { action: 'signIn' } });

    const browser = new Browser(store);
    const half = await browser.signIn('anna@kommune.dk', PASSWORD);
    expect(half).toMatchObject({ status: 200, body: { ok: true, secondFactor: true } });
    expect(half.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/);
    expect([browser.session, await store.read.session.count()]).toEqual([undefined, 0]);
    expect(await store.read.auditEvent.count({ where: { action: 'signIn' } })).toBe(before);
    const wrong = await browser.ask('POST', '/two-factor/verify-totp', { code: '000000' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong-code' } });
    // A device is never trusted without its code, whatever is asked for.
    const used = totp(secret);
    const right = await browser.ask('POST', '/two-factor/verify-totp', { code: used, trustDevice: 'true' });
    expect(right.status).toBe(200);
    expect([...browser.cookies.keys()]).toEqual(['afstemt.session_token']);
    expect(await store.read.auditEvent.count({ where: { action: 'signIn' } })).toBe(before + 1);

    // Whoever looked over a shoulder cannot use the code that was just used.
    const thief = new Browser(store);
    await thief.signIn('anna@kommune.dk', PASSWORD);
    const replayed = await thief.ask('POST', '/two-factor/verify-totp', { code: used });
    expect([replayed.status, thief.session]).toEqual([401, undefined]);

    for (const [code, status] of [
      [codes[0], 200],
      [codes[0], 401],
      [codes[1], 200],
    ] as const) {
      const other = new Browser(store);
      await other.signIn('anna@kommune.dk', PASSWORD);
      expect((await other.ask('POST', '/two-factor/verify-backup-code', { code: code ?? '' })).status).toBe(status);
    }
  });

  it('gives five tries before the password is asked for again', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const first = new Browser(store);
    await first.signIn('anna@kommune.dk', PASSWORD);
    const { secret } = await enable(store, first);
    const browser = new Browser(store);
    await browser.signIn('anna@kommune.dk', PASSWORD);
    const codes: unknown[] = [];
    for (let index = 0; index < 6; index += 1)
      codes.push((await browser.ask('POST', '/two-factor/verify-totp', { code: '000000' })).body.code);
    expect(codes).toEqual([...Array(5).fill('wrong-code'), 'sign-in-over']);
    expect((await browser.ask('POST', '/two-factor/verify-totp', { code: totp(secret) })).status).toBe(401);
    expect(browser.session).toBeUndefined();
  });

  it('is turned off by nobody who does not know the password', async () => {
    const store = openEmpty();
    await addTestPerson(store, 'anna@kommune.dk');
    const browser = new Browser(store);
    await browser.signIn('anna@kommune.dk', PASSWORD);
    await enable(store, browser);
    expect((await browser.ask('POST', '/two-factor/disable', { password: 'wrong' })).status).toBe(401);
    expect((await browser.ask('POST', '/two-factor/disable', { password: PASSWORD })).status).toBe(200);
    expect((await new Browser(store).signIn('anna@kommune.dk', PASSWORD)).body).toEqual({
      ok: true,
      secondFactor: false,
    });
  });

  it('is due for approvers and administrators with a password once the settings say so', async () => {
    const store = openEmpty();
    await store.touchTx((tx) =>
      tx.setting.create({
        data: {
          key: 'signIn',
          value: JSON.stringify({
            requiresSecondFactor: true,
            oidc: { issuer: '', clientId: '', label: '', groupClaim: '', newcomers: 'match', mapping: [] },
          }),
        },
      }),
    );
    for (const [name, role, lacks] of [
      ['anna', 'approver', true],
      ['adm', 'administrator', true],
      ['bo', 'accountant', false],
    ] as const) {
      await addTestPerson(store, `${name}@kommune.dk`, role);
      const browser = new Browser(store);
      await browser.signIn(`${name}@kommune.dk`, PASSWORD);
      expect([name, (await callerOf(store, browser))?.lacksSecondFactor]).toEqual([name, lacks]);
    }
  });
});

describe('demo people', () => {
  it('come in with one click where the loader made the database, and nowhere else', async () => {
    const real = openEmpty();
    await real.writeTx((tx) => ensureDemoPeople(tx));
    expect((await new Browser(real).ask('POST', '/sign-in/demo', { personId: 'demo-revisor' })).status).toBe(401);
    const store = openEmpty();
    await store.writeTx(claimForDemo);
    await store.writeTx((tx) => ensureDemoPeople(tx));
    const browser = new Browser(store);
    await addTestPerson(store, 'real@kommune.dk', 'administrator');
    expect((await browser.ask('POST', '/sign-in/demo', { personId: 'real' })).status).toBe(401);
    expect((await browser.ask('POST', '/sign-in/demo', { personId: 'demo-revisor' })).status).toBe(200);
    expect((await callerOf(store, browser))?.context.actor).toMatchObject({
      name: 'Demo Revisor',
      grants: [{ role: 'auditor' }],
    });
  });
});

describe('an address that it answers', () => {
  it('is spelled exactly', async () => {
    const store = openEmpty();
    const request = new Request(`${ADDRESS}/api/auth/sign-in/email/`, { method: 'POST', body: '{}' });
    expect(await handleAuth(request, { store, publicUrl: null, origin: ORIGIN })).toBeNull();
  });
});
