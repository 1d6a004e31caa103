import { createTranslator } from 'next-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import da from '#messages/da.json' with { type: 'json' };
import { adviseDeadline } from './advise-deadline.ts';

const t = createTranslator({ locale: 'da', messages: da }) as unknown as Parameters<typeof adviseDeadline>[1];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

// Easter Sunday 2026 is 5 April, so Whit Monday 25 May.
test.each([
  ['31.05.2026', '31.05.2026 er en søndag', '01.06.2026'],
  ['30/5-26', '30.05.2026 er en lørdag', '01.06.2026'],
  ['25.05.2026', '25.05.2026 er 2. pinsedag', '26.05.2026'],
  ['02.04.2026', '02.04.2026 er skærtorsdag', '07.04.2026'],
  ['24.12.2026', '24.12.2026 er juleaftensdag', '28.12.2026'],
])('%s is told of', (typed, message, text) => {
  expect(adviseDeadline(typed, t)).toEqual({ message, text, label: `Brug ${text}` });
});

test.each(['29.05.2026', '', 'i maj', '32.05.2026', '28.02.2026'])('nothing is said of %j', (typed) => {
  expect(adviseDeadline(typed, t)).toBeNull();
});
