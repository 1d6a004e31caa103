import { describe, expect, it } from 'vitest';
import { isLocalHost } from './local-host.ts';

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
