import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-path.ts';

describe('safeReturnPath', () => {
  it.each(['/', '/2023-12/konti?filter=a%2Fb&x=1', '/min-konto', '/log-indstillinger'])('leads back to %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    '',
    'https://evil.dk',
    '//evil.dk/x',
    '///evil.dk',
    '/\\evil.dk',
    '/\\/evil.dk',
    '\\\\evil.dk',
    '/\t/evil.dk',
    '/\n/evil.dk',
    ' //evil.dk',
    '/x/..//evil.dk',
    '/.//evil.dk',
    'javascript:alert(1)',
    'evil.dk',
    '@evil.dk',
    '/log-ind',
    '/log-ind?til=/x',
    '/velkommen?kode=x',
    '/api/auth/oidc/start',
    '/x/../api/auth/oidc/start',
  ])('leads to the front page instead of %j', (path) => expect(safeReturnPath(path)).toBe('/'));

  it('leads nowhere else whatever is asked for', () => {
    const parts = ['/', '\\', '.', '..', 'evil.dk', '@', ':', '%2f', '%5c', '\t', '?', '#', 'https:'];
    for (const one of parts)
      for (const other of parts)
        for (const third of parts) {
          const led = safeReturnPath(`/${one}${other}${third}`);
          expect(new URL(led, 'http://here.invalid').origin, led).toBe('http://here.invalid');
        }
  });
});
