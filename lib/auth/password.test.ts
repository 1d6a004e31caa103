import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findPasswordFault, hashPassword, isPassword } from './password.ts';

describe('hashPassword', () => {
  it('states argon2id with the cost of OWASP’s sheet and a salt of its own', async () => {
    const [one, other] = [await hashPassword('kaffe på tredje'), await hashPassword('kaffe på tredje')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    const [, , , , salt = '', key] = one.split('$');
    const derived = argon2Sync('argon2id', {
      message: 'kaffe på tredje',
      nonce: Buffer.from(salt, 'base64'),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(derived.toString('base64').replace(/=+$/, '')).toBe(key);
  });
});

describe('isPassword', () => {
  it('takes the password, however its letters are composed, and no other', async () => {
    const hash = await hashPassword('blå bær i haven');
    expect(await isPassword(hash, 'blå bær i haven')).toBe(true);
    expect(await isPassword(hash, 'blå bær i haven'.normalize('NFD'))).toBe(true);
    for (const wrong of ['', 'Blå bær i haven', 'blå bær i haven ', 'x'.repeat(10_000)])
      expect(await isPassword(hash, wrong), wrong.slice(0, 20)).toBe(false);
  });

  it('takes nothing for a hash that is none', async () => {
    for (const hash of ['', 'blå bær i haven', '$argon2id$v=19$m=1$x$y', '$2b$10$abcdefghijklmnopqrstuv'])
      expect(await isPassword(hash, 'blå bær i haven')).toBe(false);
  });
});

describe('findPasswordFault', () => {
  const person = { email: 'anna.holm@kommune.dk', name: 'Anna Holm Petersen' };

  it.each([
    ['elleve tegn', 'password-too-short'],
    ['tolv tegn ja', null],
    ['x'.repeat(129), 'password-too-long'],
    ['en sætning uden tal og store bogstaver', null],
    ['        a   ', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['123456789012', 'password-common'],
    ['q1w2e3r4t5y6', 'password-common'],
    ['Password1234', 'password-common'],
    ['passwordpassword', 'password-common'],
    ['!!!sunshine2024', 'password-common'],
    ['anna.holm@kommune.dk', 'password-own-name'],
    ['Anna Holm Petersen', 'password-own-name'],
    ['annaholmpetersen', 'password-own-name'],
  ])('%s: %s', async (password, fault) => expect(await findPasswordFault(password, person)).toBe(fault));
});
