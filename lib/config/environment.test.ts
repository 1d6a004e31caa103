import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment.ts';

describe('readEnvironment', () => {
  it('takes an installation on its own machine for granted', () => {
    expect(readEnvironment({ AFSTEMT_URL: '', AFSTEMT_SECRET: '' })).toMatchObject({
      publicUrl: null,
      secret: null,
      isBehindProxy: false,
      idleMinutes: 60,
      oidcSecret: null,
      logLevel: 'info',
    });
  });

  it.each([
    ['https://afstemt.example.dk', 'https://afstemt.example.dk'],
    ['https://AFSTEMT.example.dk/', 'https://afstemt.example.dk'],
    ['https://afstemt.example.dk:443', 'https://afstemt.example.dk'],
    ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
  ])('reads the public address %s as %s', (text, origin) => {
    expect(readEnvironment({ AFSTEMT_URL: text }).publicUrl).toBe(origin);
  });

  it.each([
    'afstemt.example.dk',
    'ftp://afstemt.example.dk',
    'javascript:alert(1)',
    'https://afstemt.example.dk/afstemt',
    'https://afstemt.example.dk?x=1',
    'https://name:word@afstemt.example.dk',
  ])('refuses the public address %s', (text) => {
    expect(() => readEnvironment({ AFSTEMT_URL: text })).toThrow(/^AFSTEMT_URL=/);
  });

  it('knows a mail server by its address and whom mail is from, or sends none', () => {
    const url = 'smtp://navn:ord@mail.example.dk:587';
    const mail = { AFSTEMT_SMTP_URL: url, AFSTEMT_MAIL_FROM: 'afstemt@example.dk' };
    expect(readEnvironment(mail).mail).toEqual({ url, from: 'afstemt@example.dk' });
    expect(readEnvironment({ AFSTEMT_SMTP_URL: url }).mail).toBeNull();
    expect(() => readEnvironment({ ...mail, AFSTEMT_SMTP_URL: 'http://navn:ord@mail.example.dk' })).toThrow(
      /^AFSTEMT_SMTP_URL=…/,
    );
  });

  it('names what is wrong, and never shows a secret', () => {
    const wrong = { AFSTEMT_SECRET: 'hunter2', AFSTEMT_IDLE_MINUTES: '0', AFSTEMT_LOG: 'loud' };
    expect(() => readEnvironment(wrong)).toThrow(EnvironmentError);
    expect(() => readEnvironment(wrong)).toThrow(/AFSTEMT_SECRET=….*\nAFSTEMT_IDLE_MINUTES=0.*\nAFSTEMT_LOG=loud/);
    expect(() => readEnvironment(wrong)).not.toThrow(/hunter2/);
  });
});
