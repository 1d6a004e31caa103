import { expect, it } from 'vitest';
import { findAccounts } from './find-accounts.ts';
import { getShell } from './get-shell.ts';
import { noteTour } from './note-tour.ts';
import { prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

it('finds accounts by the beginning of their number, and by words of their name in any order and case', async () => {
  const context = stores.demo();
  const found = await findAccounts(context, '2023-12', '9590001');
  expect(found.map(({ number }) => number.slice(0, 7))).toEqual(found.map(() => '9590001'));
  expect(found.map(({ number }) => number)).toContain('95900015');
  const [first] = found;
  const backwards = (first?.name ?? '').toUpperCase().split(' ').toReversed().join(' ');
  const named = await findAccounts(context, '2023-12', backwards);
  expect(named.length).toBeGreaterThan(0);
  expect(named.every(({ name }) => name.length >= backwards.length)).toBe(true);
});

it('shows no more than fit, and nothing for nothing', async () => {
  const context = stores.demo();
  expect(await findAccounts(context, '2023-12', '9')).toHaveLength(8);
  expect(await findAccounts(context, '2023-12', ' ')).toEqual([]);
  expect(await findAccounts(context, '2023-12', 'zzzz')).toEqual([]);
  expect(await findAccounts(context, '2031-12', '9')).toEqual([]);
});

it('offers each person the tour until it was offered', async () => {
  const own = stores.demo();
  const other = { ...own, actor: { ...own.actor, personId: 'demo-anden' } };
  expect((await getShell(own)).offersTour).toBe(true);
  await noteTour(own);
  await noteTour(own);
  expect((await getShell(own)).offersTour).toBe(false);
  expect((await getShell(other)).offersTour).toBe(true);
});
