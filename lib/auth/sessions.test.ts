import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { disablePerson } from '#lib/services/disable-person.ts';
import { findCaller } from './find-caller.ts';
import { COMMAND_LINE } from './people.ts';
import { readSecret, readSignedValue } from './secret.ts';
import { Browser } from './testing/browser.ts';
import { callerOf, eventsOf, HOUR, ORIGIN, tokenOf } from './testing/look.ts';
import { addTestPerson, PASSWORD } from './testing/people.ts';
import { prepareEmptyStores } from './testing/stores.ts';

const openEmpty = prepareEmptyStores();

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
