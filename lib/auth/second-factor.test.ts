import { describe, expect, it } from 'vitest';
import type { Store } from '#lib/db/store.ts';
import { Browser } from './testing/browser.ts';
import { callerOf } from './testing/look.ts';
import { addTestPerson, PASSWORD } from './testing/people.ts';
import { prepareEmptyStores } from './testing/stores.ts';
import { totp } from './testing/totp.ts';

const openEmpty = prepareEmptyStores();

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
            oidc: {
              issuer: '',
              clientId: '',
              label: '',
              groupClaim: '',
              newcomers: 'match',
              trustsEmail: false,
              mapping: [],
            },
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
