import { describe, expect, it } from 'vitest';
import { isAllowedHost, isForeignChange, isLocalHost } from './local-host.ts';

describe('isLocalHost', () => {
  it.each(['127.0.0.1', '127.0.0.1:3000', 'localhost', 'localhost:3000', 'LOCALHOST:3000', '[::1]', '[::1]:3000'])(
    'takes %s',
    (host) => expect(isLocalHost(host)).toBe(true),
  );

  it.each([
    null,
    '',
    'example.dk',
    'localhost.example.dk:3000',
    '127.0.0.1.example.dk',
    '127.0.0.1@example.dk',
    'example.dk@127.0.0.1',
    'localhost/x',
    '192.168.1.5:3000',
    '[::2]:3000',
    '0.0.0.0:3000',
  ])('refuses %s', (host) => expect(isLocalHost(host)).toBe(false));
});

describe('isAllowedHost', () => {
  const address = 'https://afstemt.example.dk';

  it('is this machine’s own name where there is no public address', () => {
    expect(isAllowedHost('localhost:3000', null)).toBe(true);
    expect(isAllowedHost('afstemt.example.dk', null)).toBe(false);
  });

  it('is the public address alone where there is one', () => {
    expect(isAllowedHost('afstemt.example.dk', address)).toBe(true);
    expect(isAllowedHost('Afstemt.Example.DK', address)).toBe(true);
    expect(isAllowedHost('afstemt.example.dk:8443', `${address}:8443`)).toBe(true);
    for (const host of [
      null,
      '',
      'localhost:3000',
      '127.0.0.1',
      'example.dk',
      'afstemt.example.dk:8443',
      'afstemt.example.dk.evil.dk',
      'evil.dk@afstemt.example.dk',
    ])
      expect(isAllowedHost(host, address), String(host)).toBe(false);
  });
});

describe('isForeignChange', () => {
  const ask = (method: string, origin: string | null, publicUrl: string | null = null) => {
    const headers = new Headers({ host: '127.0.0.1:3000', ...(origin === null ? {} : { origin }) });
    return isForeignChange({ method, headers }, publicUrl);
  };

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses a %s of another page, or of none', (method) => {
    expect(ask(method, 'http://127.0.0.1:3000')).toBe(false);
    for (const origin of [
      'http://127.0.0.1:3001',
      'https://127.0.0.1:3000',
      'https://example.dk',
      'http://127.0.0.1.example.dk:3000',
      'null',
      '',
      null,
    ])
      expect(ask(method, origin), String(origin)).toBe(true);
  });

  it('takes those of the public address, whatever name the proxy hands on', () => {
    const address = 'https://afstemt.example.dk';
    expect(ask('POST', address, address)).toBe(false);
    for (const origin of [
      'http://127.0.0.1:3000',
      'http://afstemt.example.dk',
      'https://afstemt.example.dk:8443',
      'https://x.afstemt.example.dk',
      'null',
      null,
    ])
      expect(ask('POST', origin, address), String(origin)).toBe(true);
  });

  it.each(['GET', 'HEAD'])('lets a %s be read from anywhere that the browser lets read', (method) => {
    expect(ask(method, 'https://example.dk')).toBe(false);
    expect(ask(method, null)).toBe(false);
  });
});
