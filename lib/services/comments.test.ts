import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/actor.ts';
import { addComment } from './add-comment.ts';
import { listComments } from './list-comments.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { codesOf, expectValue, of, PERIOD, person } from './testing/write-verdicts.ts';

const stores = prepareStores();
/** With a finding for BIU, of which another committee's people see nothing. */
const ACCOUNT = '95900015';
const ABOUT = { periodId: PERIOD, account: ACCOUNT, committee: null, mentions: [] as string[] };

const ofCommittee = (code: string): Actor => ({
  ...person(`af-${code}`, []),
  grants: [{ role: 'secretariat', unit: { kind: 'committee', code }, onBehalfOf: null }],
});

describe('a comment', () => {
  it('is kept as it was typed, with its event, and tells whoever is mentioned', async () => {
    const context = stores.demo();
    const text = 'Se her @Demo Godkender: <script>alert(1)</script> =1+1';
    expectValue(await addComment(context, { ...ABOUT, text, mentions: ['demo-godkender', 'demo-bogholder'] }));
    expect((await listComments(as('auditor', context), PERIOD, ACCOUNT))?.comments).toMatchObject([
      { text, personName: 'Demo Bogholder', committee: null },
    ]);
    expect(await newestEvent(context, ACCOUNT)).toMatchObject({
      action: 'create',
      subject: 'comment',
      after: { text, mentions: ['Demo Godkender', 'Demo Bogholder'] },
    });
    // Nobody is told of their own words.
    expect(await context.store.read.notice.findMany()).toMatchObject([
      { personId: 'demo-godkender', kind: 'mention', accountNumber: ACCOUNT, text, fromName: 'Demo Bogholder' },
    ]);
  });

  it('mentions only those who can see what it is about, and stores nothing otherwise', async () => {
    const context = stores.demo();
    const unit = await context.store.read.administration.findFirstOrThrow({ where: { committeeCode: 'KFU' } });
    await context.store.writeTx((tx) =>
      tx.roleGrant.updateMany({
        where: { personId: 'demo-systemejer' },
        data: { scope: 'administration', unitCode: unit.code },
      }),
    );
    for (const id of ['demo-systemejer', 'findes-ikke']) {
      expect(codesOf(await addComment(context, { ...ABOUT, text: 'Hej', mentions: [id] }))).toEqual(['unknown-person']);
    }
    expect(await context.store.read.comment.count()).toBe(0);
    const people = (await listComments(context, PERIOD, ACCOUNT))?.people.map(({ id }) => id);
    expect(people).toContain('demo-godkender');
    expect(people).not.toContain('demo-systemejer');
    expect(people).not.toContain('demo-bogholder');
  });

  it('is not there for those who do not see the account, with the same answer as for one that is not', async () => {
    const context = stores.demo();
    const other = of(ofCommittee('KFU'), context);
    for (const account of [ACCOUNT, '00000000']) {
      expect(codesOf(await addComment(other, { ...ABOUT, account, text: 'Hej' }))).toEqual(['unknown-account']);
      expect(await listComments(other, PERIOD, account)).toBeNull();
    }
  });

  it('on a finding is for those who see the finding; one on the account for those who see the account', async () => {
    const context = stores.demo();
    // The account is another committee's than the finding on it.
    await context.store.writeTx((tx) =>
      tx.responsibility.updateMany({
        where: { accountNumber: ACCOUNT },
        data: { committeeCode: 'KFU', administrationCode: '', reconciledBy: '' },
      }),
    );
    const ofFinding = of(ofCommittee('BIU'), context);
    expectValue(await addComment(context, { ...ABOUT, text: 'Om kontoen' }));
    expectValue(await addComment(ofFinding, { ...ABOUT, committee: 'BIU', text: 'Om forholdet' }));
    expect(codesOf(await addComment(ofFinding, { ...ABOUT, text: 'Om kontoen' }))).toEqual(['unknown-finding']);
    expect(codesOf(await addComment(context, { ...ABOUT, committee: 'SUD', text: 'Hej' }))).toEqual([
      'unknown-finding',
    ]);
    const seen = await listComments(ofFinding, PERIOD, ACCOUNT);
    expect(seen?.comments.map(({ text }) => text)).toEqual(['Om forholdet']);
    expect(seen?.seesAccount).toBe(false);
    const whole = await listComments(context, PERIOD, ACCOUNT);
    expect(whole?.comments.map(({ text }) => text)).toEqual(['Om kontoen', 'Om forholdet']);
  });

  it('is refused in a locked period and where it says nothing', async () => {
    const context = stores.demo();
    expect(codesOf(await addComment(context, { ...ABOUT, text: '  ' }))).toEqual(['required']);
    await context.store.writeTx((tx) => tx.period.update({ where: { id: PERIOD }, data: { status: 'locked' } }));
    expect(codesOf(await addComment(context, { ...ABOUT, text: 'Hej' }))).toEqual(['period-locked']);
    expect((await listComments(context, PERIOD, ACCOUNT))?.mayComment).toBe(false);
  });
});
