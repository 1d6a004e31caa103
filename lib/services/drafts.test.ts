import { describe, expect, it } from 'vitest';
import type { AccountDraft, KeptContent } from '#lib/schemas/draft.ts';
import { discardDraft } from './discard-draft.ts';
import { getDraft } from './get-draft.ts';
import { listDrafts } from './list-drafts.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { saveDraft } from './save-draft.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { codesOf, expectValue, inputOf, of, PERIOD, person } from './testing/write-verdicts.ts';

const stores = prepareStores();
const ACCOUNT = '95900015';
const place = { periodId: PERIOD, account: ACCOUNT };

function content(initials: string, tab = 'faneblad'): KeptContent {
  const form: AccountDraft = {
    documentedBalance: 'halvt skrevet 12,',
    method: '',
    reconciledOn: '',
    initials,
    verdict: null,
    findings: [],
  };
  return { draft: form, base: { ...form, initials: '' }, on: { browser: 'b', tab, name: 'Firefox, Linux' } };
}

const draft = (initials: string, tab?: string, continues: string | null = null) => ({
  ...place,
  version: 1,
  continues,
  content: content(initials, tab),
});

describe('drafts', () => {
  it('are there for their own person as they were typed, and for nobody else', async () => {
    const context = stores.demo();
    expectValue(await saveDraft(context, draft('AB')));
    expect(await getDraft(context, PERIOD, ACCOUNT)).toMatchObject({ version: 1, content: content('AB') });
    expect(await getDraft(as('administrator', context), PERIOD, ACCOUNT)).toBeNull();
    expect(await listDrafts(as('administrator', context))).toEqual([]);
    expect(await listDrafts(context)).toMatchObject([{ ...place, name: expect.stringMatching(/./) }]);
  });

  it('leave no trace in the trail, and figures as they were', async () => {
    const context = stores.demo();
    const [events, { revision }] = [
      await context.store.read.auditEvent.count(),
      await context.store.read.store.findUniqueOrThrow({ where: { id: 1 } }),
    ];
    expectValue(await saveDraft(context, draft('AB')));
    expectValue(await discardDraft(context, place));
    expect(await context.store.read.auditEvent.count()).toBe(events);
    expect((await context.store.read.store.findUniqueOrThrow({ where: { id: 1 } })).revision).toBe(revision);
  });

  it('of one page replace each other; another page that knows of none leaves the first and is told of it', async () => {
    const context = stores.demo();
    expectValue(await saveDraft(context, draft('A', 'en')));
    const second = expectValue(await saveDraft(context, draft('AB', 'en')));
    expect(second.kept).toBe(true);
    const other = expectValue(await saveDraft(context, draft('XY', 'to')));
    expect(other).toMatchObject({ kept: false, other: { content: content('AB', 'en') } });
    expect(await getDraft(context, PERIOD, ACCOUNT)).toMatchObject({ content: content('AB', 'en') });
    const known = second.kept ? second.at : null;
    expect(expectValue(await saveDraft(context, draft('XY', 'to', known))).kept).toBe(true);
    expect(await getDraft(context, PERIOD, ACCOUNT)).toMatchObject({ content: content('XY', 'to') });
  });

  it('go with the save that makes them true, and stay when it is refused', async () => {
    const context = stores.demo();
    expectValue(await saveDraft(context, draft('AB')));
    const input = await inputOf(context, ACCOUNT);
    expect(codesOf(await logReconciliation(context, { ...input, version: 99, initials: 'AB' }))).toEqual([
      'changed-by-another',
    ]);
    expect(await getDraft(context, PERIOD, ACCOUNT)).not.toBeNull();
    expectValue(await logReconciliation(context, { ...input, initials: 'AB' }));
    expect(await getDraft(context, PERIOD, ACCOUNT)).toBeNull();
    expect(await listDrafts(context)).toEqual([]);
  });

  it('are no more once nobody has touched them for 90 days', async () => {
    const context = stores.demo();
    expectValue(await saveDraft(context, draft('AB')));
    const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000).toISOString();
    const age = (count: number) =>
      context.store.touchTx((tx) => tx.draft.updateMany({ data: { updatedAt: days(count) } }));
    await age(89);
    expect(await getDraft(context, PERIOD, ACCOUNT)).not.toBeNull();
    await age(91);
    expect(await getDraft(context, PERIOD, ACCOUNT)).toBeNull();
    expect(await listDrafts(context)).toEqual([]);
    expectValue(await saveDraft(context, { ...draft('NY'), account: '95900088' }));
    expect(await context.store.read.draft.count(), 'the old one was removed').toBe(1);
  });

  it('are not shown to whoever may see the account no more', async () => {
    const context = stores.demo();
    const moved = of(person('flyttet', ['accountant']), context);
    expectValue(await saveDraft(moved, draft('AB')));
    const unit = { kind: 'administration' as const, code: 'KFF' };
    const elsewhere = of({ ...moved.actor, grants: [{ role: 'accountant', unit, onBehalfOf: null }] }, context);
    expect(await getDraft(elsewhere, PERIOD, ACCOUNT)).toBeNull();
    expect(await listDrafts(elsewhere)).toEqual([]);
    expect(codesOf(await saveDraft(elsewhere, draft('CD')))).toEqual(['unknown-account']);
  });

  it('that are none are refused', async () => {
    const context = stores.demo();
    const { findings: _, ...form } = content('AB').draft;
    for (const bad of [
      {},
      { ...draft('AB'), content: { ...content('AB'), draft: form } },
      {
        ...draft('AB'),
        content: { ...content('AB'), draft: { ...content('AB').draft, initials: 'x'.repeat(20_001) } },
      },
    ]) {
      expect((await saveDraft(context, bad)).ok).toBe(false);
    }
    expect(codesOf(await saveDraft(as('auditor', context), draft('AB')))).toEqual(['not-allowed']);
    expect(await context.store.read.draft.count()).toBe(0);
  });
});
