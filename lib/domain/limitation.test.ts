import { expect, it, test } from 'vitest';
import { findingLimitation, limitationDate, limitationState } from './limitation.ts';

test.each([
  ['2022-06-30', '2025-06-30'],
  ['2024-02-29', '2027-02-28'],
])('a claim of %s is barred after %s', (posted, limit) => {
  expect(limitationDate(posted)).toBe(limit);
});

// Posted 30.06.2022: barred after 30.06.2025, warned of from 30.12.2024.
test.each([
  ['2024-12-29', null],
  ['2024-12-30', 'near'],
  ['2025-06-30', 'near'],
  ['2025-07-01', 'passed'],
])('on %s it is %s', (today, expected) => {
  expect(limitationState('2022-06-30', today)).toBe(expected);
});

it('warns as early as it is asked to', () => {
  expect(limitationState('2022-06-30', '2024-12-29', 12)).toBe('near');
  expect(limitationState('2022-06-30', '2025-06-29', 0)).toBeNull();
});

it('counts a finding’s items, and says the worst', () => {
  const item = (postingDate: string, amount: bigint) => ({ postingDate, text: '', amount });
  const items = [item('2022-01-31', -500n), item('2022-08-31', 200n), item('2022-07-31', 100n), item('2024-12-31', 9n)];
  expect(findingLimitation({ items }, '2025-03-01')).toEqual({
    state: 'passed',
    first: '2025-01-31',
    next: '2025-07-31',
    near: 2,
    passed: 1,
    amount: 800n,
  });
  expect(findingLimitation({ items: [item('2025-01-31', 5n)] }, '2025-03-01').state).toBeNull();
});

it('warns of nothing that is wholly settled', () => {
  const items = [
    { postingDate: '2022-01-31', text: '', amount: 0n },
    { postingDate: '2024-06-30', text: '', amount: 7n },
  ];
  expect(findingLimitation({ items }, '2025-03-01')).toMatchObject({ state: null, first: '2027-06-30', passed: 0 });
});
