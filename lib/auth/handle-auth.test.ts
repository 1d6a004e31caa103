import { describe, expect, it, vi } from 'vitest';
import { claimForDemo } from '#lib/db/demo.ts';
import { ensureDemoPeople } from '#lib/services/ensure-demo-people.ts';
import { handleAuth } from './handle-auth.ts';
import { ADDRESS, Browser } from './testing/browser.ts';
import { callerOf, eventsOf, ORIGIN } from './testing/look.ts';
import { addTestPerson, PASSWORD } from './testing/people.ts';
import { prepareEmptyStores } from './testing/stores.ts';

const openEmpty = prepareEmptyStores();

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

  it('lets no stranger fill the trail with refusals, by any way in', async () => {
    const store = openEmpty();
    const stranger = new Browser(store, '10.8.8.8');
    await store.touchTx((tx) =>
      tx.signInLock.create({ data: { key: 'address:10.8.8.8', failures: 97, firstAt: new Date().toISOString() } }),
    );
    for (let index = 0; index < 3; index += 1) {
      await stranger.ask('POST', '/two-factor/verify-totp', { code: '123456' });
      await stranger.ask('POST', '/two-factor/verify-backup-code', { code: '123456' });
      await stranger.ask('POST', '/sign-in/demo', { personId: 'x' });
      await stranger.ask('GET', '/oidc/callback?code=x&state=y');
      await stranger.signIn(`x${index}@kommune.dk`, 'wrong');
    }
    expect(await store.read.auditEvent.count()).toBe(3);
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
