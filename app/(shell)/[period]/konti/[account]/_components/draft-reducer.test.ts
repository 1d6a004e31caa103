import { describe, expect, it } from 'vitest';
import { newFinding, toDraft } from './account-draft.ts';
import { type DraftAction, type DraftState, reduceDraft } from './draft-reducer.ts';
import { locateField } from './field-ids.ts';

const begin: DraftState = {
  draft: { ...toDraft(null, { initials: 'DAN', today: '2024-02-14' }), findings: [newFinding('f', 'BIU')] },
  undo: null,
};
const act = (...actions: DraftAction[]) => actions.reduce(reduceDraft, begin);

describe('changing a draft', () => {
  it('never leaves a finding without a row to type in', () => {
    const { draft } = act({ type: 'remove-item', finding: 'f', item: 'f.0', key: 'n' });
    expect(draft.findings[0]?.items).toEqual([{ key: 'n', stored: '', postingDate: '', text: '', amount: '' }]);
  });

  it('takes back what was removed, until the next act', () => {
    const typed: DraftAction = { type: 'edit-item', finding: 'f', item: 'f.0', patch: { amount: '12,00' } };
    const removed = act(typed, { type: 'remove-item', finding: 'f', item: 'f.0', key: 'n' });
    expect(removed.undo?.act).toBe('remove-item');
    expect(reduceDraft(removed, { type: 'undo' }).draft.findings[0]?.items[0]?.amount).toBe('12,00');
    expect(reduceDraft(removed, { type: 'edit', patch: { initials: 'X' } }).undo).toBeNull();
  });

  it('divides a finding by a key, item by item, and takes it back', () => {
    const items: DraftAction = {
      type: 'edit-item',
      finding: 'f',
      item: 'f.0',
      patch: { postingDate: '31.01.2023', text: 'Fælles', amount: '100,01' },
    };
    const parts = ['BIU', 'TMU'].map((committee) => ({ committee, weight: 1n }));
    const divided = act(items, { type: 'divide-finding', finding: 'f', parts });
    expect(divided.draft.findings.map(({ committee, items: [item] }) => [committee, item?.amount, item?.text])).toEqual(
      [
        ['BIU', '50,01', 'Fælles'],
        ['TMU', '50,00', 'Fælles'],
      ],
    );
    expect(new Set(divided.draft.findings.map(({ key }) => key)).size).toBe(2);
    expect(reduceDraft(divided, { type: 'undo' }).draft.findings).toHaveLength(1);
    // Of a finding without items that can be read nothing is divided.
    expect(act({ type: 'divide-finding', finding: 'f', parts }).draft.findings).toEqual(begin.draft.findings);
  });

  it('moves a step up and down, and no further than there are places', () => {
    const second = act({ type: 'add-step', finding: 'f', key: 's' });
    const keysAfter = (state: DraftState, by: -1 | 1, step: string) =>
      reduceDraft(state, { type: 'move-step', finding: 'f', step, by }).draft.findings[0]?.steps.map(({ key }) => key);
    expect(keysAfter(second, -1, 's')).toEqual(['s', 'f.0']);
    expect(keysAfter(second, 1, 'f.0')).toEqual(['s', 'f.0']);
    expect(keysAfter(second, 1, 's')).toEqual(['f.0', 's']);
    expect(keysAfter(second, -1, 'f.0')).toEqual(['f.0', 's']);
    expect(keysAfter(second, 1, 'gone')).toEqual(['f.0', 's']);
  });

  it('keeps the findings while category 1 is tried', () => {
    const chosen: DraftAction = { type: 'choose-follow-up', key: 'g', committee: 'ØU' };
    const { draft } = act({ type: 'edit', patch: { verdict: 'category-1' } }, chosen);
    expect(draft.findings.map(({ key }) => key)).toEqual(['f']);
    expect(reduceDraft({ ...begin, draft: { ...begin.draft, findings: [] } }, chosen).draft).toMatchObject({
      verdict: 'follow-up',
      findings: [{ key: 'g', committee: 'ØU' }],
    });
  });
});

describe('finding the field of a problem', () => {
  const { draft } = act(
    { type: 'add-item', finding: 'f', key: 'second' },
    { type: 'edit-item', finding: 'f', item: 'second', patch: { amount: '1' } },
  );

  it.each([
    ['findings.0.items.0.amount', { id: 'post-second-amount', item: 2, committee: 'BIU' }],
    ['findings.0.items.0.postingDate', { id: 'post-second-postingDate' }],
    ['findings.0.steps.0.deadline', { id: 'trin-f.0-deadline', step: 1 }],
    ['findings.0.responsible', { id: 'forhold-f-responsible' }],
    ['reconciledOn', { id: 'reconciledOn', head: 'reconciledOn' }],
    ['findings', { id: 'verdict' }],
    ['account', { id: null }],
  ])('%s', (path, expected) => expect(locateField(draft, path)).toMatchObject(expected));
});
