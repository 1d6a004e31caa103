import { expect, it, test } from 'vitest';
import type { Duty } from './duty.ts';
import { dueDuties, isQuiet, isReminderDay, USUAL_REMINDERS } from './reminder.ts';

const choice = (parts: Partial<typeof USUAL_REMINDERS>) => ({ ...USUAL_REMINDERS, ...parts });

test.each([
  [17, 7, [17, 23, 0, 6], [7, 12, 16]],
  [0, 8, [0, 7], [8, 23]],
  [9, 9, [], [0, 9, 23]],
])('quiet from %i until %i', (quietFrom, quietUntil, quiet, loud) => {
  const one = choice({ quietFrom, quietUntil });
  expect(quiet.every((hour) => isQuiet(one, hour))).toBe(true);
  expect(loud.some((hour) => isQuiet(one, hour))).toBe(false);
});

test.each([
  ['daily', '2026-11-20', true], // a Friday
  ['daily', '2026-11-21', false],
  ['daily', '2026-12-24', false],
  ['weekly', '2026-11-23', true], // a Monday
  ['weekly', '2026-11-24', false],
  ['weekly', '2026-04-06', false], // Easter Monday
  ['weekly', '2026-04-07', true],
  ['never', '2026-11-20', false],
] as const)('%s on %s: %s', (frequency, today, expected) => {
  expect(isReminderDay(choice({ frequency }), today)).toBe(expected);
});

it('tells of what is late and of what is near, and of nothing else', () => {
  const duty = (deadline: string | null, kind: Duty['kind'] = 'plan-step'): Duty => ({
    kind,
    key: `${deadline}`,
    periodId: '2026-10',
    account: '1',
    accountName: '',
    committee: null,
    deadline,
    text: '',
    amount: null,
    report: null,
  });
  const duties = [duty('2026-11-19'), duty('2026-11-20'), duty('2026-11-27'), duty('2026-11-28'), duty(null)];
  const limitation = duty('2027-02-28', 'limitation');
  const { late, near } = dueDuties([...duties, limitation], USUAL_REMINDERS, '2026-11-20');
  expect(late.map(({ key }) => key)).toEqual(['2026-11-19']);
  expect(near.map(({ key }) => key)).toEqual(['2026-11-20', '2026-11-27', '2027-02-28']);
});
