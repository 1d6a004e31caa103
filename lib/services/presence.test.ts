import { describe, expect, it } from 'vitest';
import { logReconciliation } from './log-reconciliation.ts';
import { notePresence } from './note-presence.ts';
import { PresenceBoard } from './presence-board.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { codesOf, expectValue, inputOf, of, PERIOD, person } from './testing/write-verdicts.ts';

const stores = prepareStores();
const ACCOUNT = '95900015';
const page = { periodId: PERIOD, account: ACCOUNT, tab: 'faneblad', typing: false };

describe('who has an account open', () => {
  it('is told to the others there, and whether they type; nobody is told of themselves', async () => {
    const context = stores.demo();
    const other = of(person('anden', ['accountant']), context);
    expect(expectValue(await notePresence(context, page)).others).toEqual([]);
    const seen = expectValue(await notePresence(other, { ...page, typing: true }));
    expect(seen.others).toEqual([{ name: context.actor.name, typing: false }]);
    expect(expectValue(await notePresence(context, { ...page, tab: 'andet' })).others).toEqual([
      { name: 'Prøve anden', typing: true },
    ]);
    expectValue(await notePresence(other, { ...page, leaves: true }));
    expect(expectValue(await notePresence(context, page)).others).toEqual([]);
  });

  it('hears of a version that another has stored', async () => {
    const context = stores.demo();
    const before = expectValue(await notePresence(context, page));
    const writer = of(person('anden', ['accountant']), context);
    expectValue(await logReconciliation(writer, { ...(await inputOf(writer, ACCOUNT)), initials: 'NY' }));
    expect(expectValue(await notePresence(context, page))).toMatchObject({
      version: before.version + 1,
      changedBy: 'Prøve anden',
    });
  });

  it('is nobody’s business who does not see the account', async () => {
    const context = stores.demo();
    expectValue(await notePresence(as('accountant', context), page));
    const unit = { kind: 'administration' as const, code: 'KFF' };
    const elsewhere = of({ ...person('x', []), grants: [{ role: 'accountant', unit, onBehalfOf: null }] }, context);
    expect(codesOf(await notePresence(elsewhere, page))).toEqual(['unknown-account']);
    expect(codesOf(await notePresence(elsewhere, { ...page, account: '12345678' }))).toEqual(['unknown-account']);
  });
});

describe('PresenceBoard', () => {
  const anne = { personId: 'a', name: 'Anne', typing: false };

  it('forgets a page that is silent for more than 25 seconds', () => {
    const board = new PresenceBoard();
    board.note('konto', 'fane', anne, 0);
    expect(board.others('konto', 'b', 25_000)).toEqual([{ name: 'Anne', typing: false }]);
    expect(board.others('konto', 'b', 25_001)).toEqual([]);
  });

  it('counts a person with two pages once, and one page left does not take the other along', () => {
    const board = new PresenceBoard();
    board.note('konto', 'en', { ...anne, typing: true }, 0);
    board.note('konto', 'to', anne, 0);
    expect(board.others('konto', 'b', 1)).toEqual([{ name: 'Anne', typing: true }]);
    board.leave('konto', 'en', 'a');
    expect(board.others('konto', 'b', 1)).toEqual([{ name: 'Anne', typing: false }]);
    expect(board.others('andet', 'b', 1)).toEqual([]);
  });
});
