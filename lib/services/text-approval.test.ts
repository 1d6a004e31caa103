import { describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/permissions.ts';
import { approveText } from './approve-text.ts';
import { finishText } from './finish-text.ts';
import { restoreTextVersion } from './restore-text-version.ts';
import { returnText } from './return-text.ts';
import { saveReportText } from './save-report-text.ts';
import { prepareStores } from './testing/demo-store.ts';
import { approve, said, sideOf, spotOf, write, writersOf } from './testing/write-texts.ts';
import { codesOf, expectValue, of, person } from './testing/write-verdicts.ts';

const stores = prepareStores();
const SPOT = spotOf();
const writers = () => writersOf(stores.demo());

describe('finishing and approving', () => {
  it('is a draft, then ready, then approved by somebody else, and a draft again once it is changed', async () => {
    const { one, two } = writers();
    const version = await write(one, SPOT, 0, 'Færdig snart.');
    expect(codesOf(await approveText(two, { ...SPOT, version }))).toEqual(['text-not-ready']);
    expectValue(await finishText(one, { ...SPOT, version }));
    expect(codesOf(await finishText(one, { ...SPOT, version }))).toEqual(['text-not-draft']);
    expect((await sideOf(two)).may).toEqual({ write: true, approve: true, return: true });
    expectValue(await approveText(two, { ...SPOT, version }));
    expect((await sideOf(two)).text).toMatchObject({ status: 'approved', approved: { byName: 'Prøve to' } });
    const saved = expectValue(await saveReportText(one, { ...SPOT, version, document: [said('Ændret.')] }));
    expect(saved).toMatchObject({ version: 2, status: 'draft', isReopened: true });
    expect((await sideOf(two)).text).toMatchObject({ status: 'draft', approved: null });
  });

  it('is of the version that was seen: not of what another stored since', async () => {
    const { one, two } = writers();
    const version = await write(one, SPOT, 0, 'Set.');
    await write(two, SPOT, version, 'Uset.');
    expect(codesOf(await finishText(one, { ...SPOT, version }))).toEqual(['text-changed']);
    expectValue(await finishText(one, { ...SPOT, version: 2 }));
    const third = of(person('tre', ['approver']), one);
    expect(codesOf(await approveText(third, { ...SPOT, version }))).toEqual(['text-changed']);
  });

  it('is refused to whoever wrote on it, to who stands in for them, and for whom they stand in', async () => {
    const { one, two, context } = writers();
    await write(one, SPOT, 0, 'Den enes.');
    const version = await write(two, SPOT, 1, 'Den enes.', 'Den andens.');
    expectValue(await finishText(two, { ...SPOT, version }));
    const substitute = of(person('vikar', ['approver'], { personId: 'en', name: 'Prøve en' }), context);
    for (const writer of [one, two, substitute]) {
      expect(codesOf(await approveText(writer, { ...SPOT, version }))).toEqual(['own-text']);
      expect((await sideOf(writer)).may.approve).toBe(false);
    }
    // With a right of their own as well they act as themselves.
    const own: Grant = { role: 'approver', unit: null, onBehalfOf: null };
    const both = { ...substitute, actor: { ...substitute.actor, grants: [...substitute.actor.grants, own] } };
    expectValue(await approveText(both, { ...SPOT, version }));
  });

  it('is refused to somebody in whose place a substitute wrote it', async () => {
    const { context } = writers();
    const substitute = of(person('vikar', ['secretariat'], { personId: 'en', name: 'Prøve en' }), context);
    const version = await write(substitute, SPOT, 0, 'På en andens vegne.');
    expectValue(await finishText(substitute, { ...SPOT, version }));
    const absent = of(person('en', ['approver']), context);
    expect(codesOf(await approveText(absent, { ...SPOT, version }))).toEqual(['own-text']);
  });

  it('does not let somebody approve their own words by having another restore them, or send them round', async () => {
    const { one, two, context } = writers();
    await write(one, SPOT, 0, 'Den enes ord.');
    const version = await write(two, SPOT, 1, 'Den andens ord.');
    const third = of(person('tre', ['secretariat']), context);
    await approve(two, third, SPOT, version);
    const restored = expectValue(await restoreTextVersion(third, { ...SPOT, version, restore: 1 }));
    expect(restored.document).toEqual([said('Den enes ord.')]);
    expectValue(await finishText(third, { ...SPOT, version: restored.version }));
    expect(codesOf(await approveText(one, { ...SPOT, version: restored.version }))).toEqual(['own-text']);
    expectValue(await approveText(two, { ...SPOT, version: restored.version }));
    expectValue(await returnText(two, { ...SPOT, version: restored.version, reason: 'Se igen' }));
    expectValue(await finishText(two, { ...SPOT, version: restored.version }));
    expect(codesOf(await approveText(one, { ...SPOT, version: restored.version }))).toEqual(['own-text']);
  });

  it('does not let somebody approve their own words that come back in another’s version', async () => {
    const { one, two, context } = writers();
    await write(one, SPOT, 0, 'Den enes.');
    await write(two, SPOT, 1, 'Den enes.', 'Den andens.');
    const [third, fourth] = ['tre', 'fire'].map((id) => of(person(id, ['secretariat']), context));
    if (!third || !fourth) throw new Error('nobody');
    const version = await write(third, SPOT, 2, 'Noget helt tredje.');
    await approve(third, fourth, SPOT, version);
    const restored = expectValue(await restoreTextVersion(third, { ...SPOT, version, restore: 2 }));
    expectValue(await finishText(third, { ...SPOT, version: restored.version }));
    for (const writer of [one, two, third]) {
      expect(codesOf(await approveText(writer, { ...SPOT, version: restored.version }))).toEqual(['own-text']);
    }
    expectValue(await approveText(fourth, { ...SPOT, version: restored.version }));
  });

  it('does not let somebody approve what was written in their place, by having another restore it', async () => {
    const { one, context } = writers();
    const substitute = of(person('vikar', ['secretariat'], { personId: 'to', name: 'Prøve to' }), context);
    await write(substitute, SPOT, 0, 'På den andens vegne.');
    const version = await write(one, SPOT, 1, 'Noget andet.');
    await approve(one, of(person('fire', ['approver']), context), SPOT, version);
    const restored = expectValue(await restoreTextVersion(one, { ...SPOT, version, restore: 1 }));
    expectValue(await finishText(one, { ...SPOT, version: restored.version }));
    const absent = of(person('to', ['approver']), context);
    expect(codesOf(await approveText(absent, { ...SPOT, version: restored.version }))).toEqual(['own-text']);
    expectValue(await approveText(of(person('fire', ['approver']), context), { ...SPOT, version: restored.version }));
  });

  it('is sent back with a reason that its writers are told and the page shows until it is finished again', async () => {
    const { one, two } = writers();
    const version = await write(one, SPOT, 0, 'Ikke god nok.');
    expectValue(await finishText(one, { ...SPOT, version }));
    expect(codesOf(await returnText(two, { ...SPOT, version, reason: ' ' }))).toEqual(['required']);
    expectValue(await returnText(two, { ...SPOT, version, reason: 'Skriv hvorfor' }));
    expect(codesOf(await returnText(two, { ...SPOT, version, reason: 'Igen' }))).toEqual(['text-is-draft']);
    const { text } = await sideOf(one);
    expect(text).toMatchObject({ status: 'draft', returned: { byName: 'Prøve to', reason: 'Skriv hvorfor' } });
    const notices = await one.store.read.notice.findMany({ where: { kind: 'text-returned' } });
    expect(notices).toEqual([
      expect.objectContaining({ personId: 'en', subjectId: '2023/BIU/kategorier', text: 'Skriv hvorfor' }),
    ]);
    expectValue(await finishText(one, { ...SPOT, version }));
    expect((await sideOf(one)).text?.returned).toBeNull();
  });
});
