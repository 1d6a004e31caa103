import { describe, expect, it } from 'vitest';
import { redactPath, redactText } from './redact.ts';

describe('redactPath', () => {
  it.each([
    ['/2023-12/konti/95900015', '/2023-12/konti/95900015'],
    ['/2023-12/konti?q=Hansen&side=2', '/2023-12/konti'],
    ['/2023-12/registre/periodiserede-poster', '/2023-12/registre/periodiserede-poster'],
    ['/adgang/Zk3v9QmT1xY7bN5cR2wL', '/adgang/*'],
    ['/api/auth/reset-password/0f47a1b2c3d4e5f60718293a4b5c6d7e', '/api/auth/reset-password/*'],
    ['/2023-12/konti/0102031234', '/2023-12/konti/*'],
    ['/2023-12/konti/010203-1234', '/2023-12/konti/*'],
  ])('%s → %s', (address, logged) => expect(redactPath(address)).toBe(logged));
});

describe('redactText', () => {
  it('hides CPR numbers and leaves amounts, account numbers and times', () => {
    expect(redactText('0102031234, 010203-1234')).toBe('*, *');
    const text = 'konto 95900015, 190466,00, 2026-11-21T13:32:00.000Z, 19046600000';
    expect(redactText(text)).toBe(text);
  });
});
