import { describe, expect, it } from 'vitest';
import { isForeignChange, isLocalHost } from './local-host.ts';

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

describe('isForeignChange', () => {
  const ask = (method: string, origin: string | null) => {
    const headers = new Headers({ host: '127.0.0.1:3000', ...(origin === null ? {} : { origin }) });
    return isForeignChange({ method, headers });
  };

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses a %s of another page, or of none', (method) => {
    expect(ask(method, 'http://127.0.0.1:3000')).toBe(false);
    for (const origin of [
      'http://127.0.0.1:3001',
      'https://example.dk',
      'http://127.0.0.1.example.dk:3000',
      'null',
      '',
      null,
    ])
      expect(ask(method, origin), String(origin)).toBe(true);
  });

  it.each(['GET', 'HEAD'])('lets a %s be read from anywhere that the browser lets read', (method) => {
    expect(ask(method, 'https://example.dk')).toBe(false);
    expect(ask(method, null)).toBe(false);
  });
});
