import { describe, expect, it } from 'vitest';
import { addTestPerson } from '#lib/auth/testing/people.ts';
import { SHARED } from '#lib/domain/report-text.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { writeDigest } from '#lib/mail/write-digest.ts';
import { assignText } from './assign-text.ts';
import type { Context } from './context.ts';
import { countTasks } from './count-tasks.ts';
import { discardTextDraft } from './discard-text-draft.ts';
import { finishText } from './finish-text.ts';
import { getCalendar } from './get-calendar.ts';
import { getReportTexts } from './get-report-texts.ts';
import { getTasks } from './get-tasks.ts';
import { listDuties } from './list-duties.ts';
import { listTextDrafts } from './list-text-drafts.ts';
import { noteTextPresence } from './note-text-presence.ts';
import { makeCalendarAddress } from './reminders.ts';
import { saveReportText } from './save-report-text.ts';
import { saveTextDraft } from './save-text-draft.ts';
import { newestEvent, prepareStores } from './testing/demo-store.ts';
import { ofCommittee, said, sideOf, spotOf, write, writersOf, YEAR } from './testing/write-texts.ts';
import { codesOf, expectValue, of, person } from './testing/write-verdicts.ts';
import { readTextSubject, textSubjectId } from './text-path.ts';

const stores = prepareStores();
const SPOT = spotOf();
const writers = () => writersOf(stores.demo());

const draftOf = (text: string, tab = 'fane') => ({
  document: [said(text)],
  base: [],
  on: { browser: 'prøve', tab, name: 'Firefox, Windows' },
});

describe('what is typed in a text and not saved', () => {
  const keep = (context: Context, text: string, tab: string, continues: string | null = null) =>
    saveTextDraft(context, { ...SPOT, version: 0, continues, content: draftOf(text, tab) });

  it('is kept for its writer alone, untold, until it is saved', async () => {
    const { one, two } = writers();
    const events = await one.store.read.auditEvent.count();
    const { at } = expectValue(await keep(one, 'Halv', 'a')) as { at: string };
    expect((await sideOf(one)).draft).toEqual({ version: 0, at, content: draftOf('Halv', 'a') });
    expect((await sideOf(two)).draft).toBeNull();
    const path = '/2023-12/rapport?udvalg=BIU&tekst=kategorier';
    expect(await listTextDrafts(one)).toEqual([{ ...SPOT, path, at }]);
    expect(await listTextDrafts(two)).toEqual([]);
    expect(await listTextDrafts(of({ ...one.actor, grants: [] }, one))).toEqual([]);
    expect(await one.store.read.auditEvent.count()).toBe(events);
    await write(two, SPOT, 0, 'En andens.');
    expect((await sideOf(one)).draft).not.toBeNull();
    // One that cannot be merged is kept as it was.
    const own = { ...SPOT, version: 0, document: [said('Halv')] };
    expect(expectValue(await saveReportText(one, own)).kind).toBe('changed-by-another');
    expect((await sideOf(one)).draft).not.toBeNull();
    await write(one, SPOT, 1, 'En andens.', 'Halv og hel.');
    expect((await sideOf(one)).draft).toBeNull();
  });

  it('is not overwritten by another page of the same person that does not know of it', async () => {
    const { one } = writers();
    const first = expectValue(await keep(one, 'Fra den ene', 'a')) as { at: string };
    expect(expectValue(await keep(one, 'Fra den anden', 'b'))).toMatchObject({
      kept: false,
      other: { content: draftOf('Fra den ene', 'a') },
    });
    expect(expectValue(await keep(one, 'Ført videre', 'b', first.at))).toMatchObject({ kept: true });
    expect((await sideOf(one)).draft?.content.document).toEqual([said('Ført videre')]);
  });

  it('is given up by its writer alone', async () => {
    const { one, two } = writers();
    expectValue(await keep(one, 'Halv', 'a'));
    expect(expectValue(await discardTextDraft(two, SPOT))).toEqual({ discarded: 0 });
    expect(expectValue(await discardTextDraft(one, SPOT))).toEqual({ discarded: 1 });
    expect((await sideOf(one)).draft).toBeNull();
  });

  it('is not kept for who may not write the text', async () => {
    const { context } = writers();
    const reader = of(ofCommittee('laeser', 'accountant', 'BIU'), context);
    expect(codesOf(await keep(reader, 'X', 'a'))).toEqual(['not-allowed']);
    const other = of(ofCommittee('anden', 'secretariat', 'KFU'), context);
    expect(codesOf(await keep(other, 'X', 'a'))).toEqual(['unknown-report']);
  });
});

describe('who has a text open', () => {
  const page = { ...SPOT, tab: 'fane', typing: true };

  it('is told to the others there, with the version that is stored; the text of another place is another', async () => {
    const { one, two } = writers();
    expect(expectValue(await noteTextPresence(one, page))).toEqual({ others: [], version: 0, changedBy: '' });
    await write(one, SPOT, 0, 'Nyt.');
    expect(expectValue(await noteTextPresence(two, { ...page, typing: false }))).toEqual({
      others: [{ name: 'Prøve en', typing: true }],
      version: 1,
      changedBy: 'Prøve en',
    });
    expect(expectValue(await noteTextPresence(two, { ...page, owner: SHARED })).others).toEqual([]);
    expect(expectValue(await noteTextPresence(two, { ...page, place: 'balancen' })).others).toEqual([]);
    expectValue(await noteTextPresence(one, { ...page, leaves: true }));
    expect(expectValue(await noteTextPresence(two, page)).others).toEqual([]);
  });

  it('is nobody’s business who does not see the report', async () => {
    const { context } = writers();
    const other = of(ofCommittee('anden', 'secretariat', 'KFU'), context);
    expect(codesOf(await noteTextPresence(other, page))).toEqual(['unknown-report']);
  });
});

describe('a text that somebody is to write', () => {
  /** Aase, who is to write one text for BIU and one for all, and gives both. */
  async function given() {
    const { one, context } = writers();
    await addTestPerson(context.store, 'aase@kommune.dk', 'secretariat');
    await context.store.writeTx((tx) => tx.period.updateMany({ data: { status: 'open' } }));
    const assign = (owner: string, deadline: string | null) =>
      assignText(one, { ...spotOf('balancen', owner), personId: 'aase', deadline });
    expectValue(await assign('BIU', '2024-03-01'));
    expectValue(await assign(SHARED, null));
    return { one, aase: of(person('aase', ['secretariat']), context) };
  }
  const path = '/2023-12/rapport?udvalg=BIU&tekst=balancen';

  it('is a task of theirs with its place, in their inbox, in their calendar and in what they are reminded of', async () => {
    const { one, aase } = await given();
    const { periods, notices } = await getTasks(aase, '2024-03-03');
    const [first] = (await one.store.read.committee.findMany({ orderBy: { position: 'asc' } })).map(({ code }) => code);
    const shared = `/2023-12/rapport?udvalg=${encodeURIComponent(first ?? '')}&tekst=balancen&ejer=faelles`;
    expect(periods.map(({ texts }) => texts)).toEqual([
      [
        expect.objectContaining({ place: 'balancen', committee: 'BIU', deadline: '2024-03-01', daysLate: 2, path }),
        expect.objectContaining({ place: 'balancen', committee: null, deadline: null, daysLate: 0, path: shared }),
      ],
    ]);
    expect(notices.map(({ kind, report }) => [kind, report?.path])).toEqual([
      ['text-assigned', shared],
      ['text-assigned', path],
    ]);
    expect(await countTasks(aase, '2024-03-03')).toBe(3);
    expect(await countTasks(aase, '2024-03-01')).toBe(2);
    const [late] = await listDuties(aase, '2024-03-03');
    const digest = { today: '2024-03-03', late: late ? [late] : [], near: [], awaiting: 0, returned: 0, unread: 0 };
    const mail = writeDigest(translatorOf('da', 'mail'), digest, { home: 'https://x', unsubscribe: 'https://y' });
    expect(mail?.text).toContain('skriv tekst til rapporten, BIU, periode 2023-12');
    const { token } = expectValue(await makeCalendarAddress(aase));
    const t = translatorOf('da', 'mail');
    const calendar = await getCalendar(
      token,
      { t, address: (where) => `https://afstemt${where}`, origin: aase.actor.origin },
      one.store,
    );
    const unfolded = calendar?.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:BIU: skriv tekst til rapporten');
    expect(unfolded).toContain(`https://afstemt${path}`);
  });

  it('is a task also when so many newer periods are at work that accounts of the report’s are none any more', async () => {
    const { aase } = await given();
    await aase.store.writeTx(async (tx) => {
      for (const month of [1, 2, 3, 4]) {
        const id = `2024-0${month}`;
        await tx.period.create({ data: { id, fiscalYear: 2024, month, balanceDate: `${id}-28` } });
      }
    });
    const { periods } = await getTasks(aase, '2024-05-03');
    expect(periods.map(({ period, texts }) => [period.id, texts.length])).toEqual([['2023-12', 2]]);
    expect(periods[0]).toMatchObject({ awaiting: 0, assigned: [], due: [] });
  });

  it('is no task any more once it is finished, or the year is locked, or they may not write it', async () => {
    const { one, aase } = await given();
    const paths = async (context = aase) => (await listDuties(context, '2024-03-03')).map(({ report }) => report?.path);
    expect(await paths()).toHaveLength(2);
    const version = await write(aase, spotOf('balancen', SHARED), 0, 'Til alle.');
    expectValue(await finishText(aase, { ...spotOf('balancen', SHARED), version }));
    expect(await paths()).toEqual([path]);
    expect(await paths(of({ ...aase.actor, grants: [] }, one))).toEqual([]);
    expect(await paths(of(ofCommittee('aase', 'secretariat', 'KFU'), one))).toEqual([]);
    expect((await getTasks(of(ofCommittee('aase', 'secretariat', 'KFU'), one))).notices).toHaveLength(1);
    await one.store.writeTx((tx) => tx.period.updateMany({ data: { status: 'locked' } }));
    expect(await paths()).toEqual([]);
  });
});

it.each([SHARED, 'BIU', 'Børn/Unge'])('the text of “%s” is known again by its name in the trail', (owner) => {
  const spot = spotOf('balancen', owner);
  expect(readTextSubject(textSubjectId(spot))).toEqual(spot);
});

it.each(['', '2023', '2023/BIU', '2023/BIU/forsiden', 'x/BIU/balancen'])('“%s” is no name of a text', (name) => {
  expect(readTextSubject(name)).toBeNull();
});

describe('who is to write a text', () => {
  it('is told, may be nobody, and is no version of the text', async () => {
    const { one, context } = writers();
    await addTestPerson(context.store, 'aase@kommune.dk', 'secretariat');
    await addTestPerson(context.store, 'bo@kommune.dk', 'accountant');
    const texts = await getReportTexts(one, YEAR, 'BIU');
    expect(texts?.writers.own.map(({ id }) => id)).toContain('aase');
    expect(texts?.writers.own.map(({ id }) => id)).not.toContain('bo');
    const given = { ...SPOT, personId: 'aase', deadline: '2024-03-01' };
    expectValue(await assignText(one, given));
    expectValue(await assignText(one, given));
    expect((await sideOf(one)).text).toMatchObject({
      version: 0,
      document: [],
      assigneeId: 'aase',
      deadline: '2024-03-01',
      updatedAt: '',
    });
    const notices = await one.store.read.notice.findMany({ where: { personId: 'aase' } });
    expect(notices).toEqual([expect.objectContaining({ kind: 'text-assigned', subjectId: '2023/BIU/kategorier' })]);
    expect(await newestEvent(one, '2023/BIU/kategorier')).toMatchObject({
      action: 'update',
      before: null,
      after: { assigneeId: 'aase', deadline: '2024-03-01' },
    });
    await write(one, SPOT, 0, 'Skrevet af en anden.');
    expect((await sideOf(one)).text).toMatchObject({ version: 1, assigneeId: 'aase' });
    expectValue(await assignText(one, { ...SPOT, personId: null, deadline: null }));
    expect((await sideOf(one)).text).toMatchObject({ version: 1, assigneeId: null, deadline: null });
  });

  it('is nobody who may not write it; one that nobody is to write any more is as it was before', async () => {
    const { one, context } = writers();
    await addTestPerson(context.store, 'bo@kommune.dk', 'accountant');
    for (const personId of ['bo', 'ingen']) {
      expect(codesOf(await assignText(one, { ...SPOT, personId, deadline: null }))).toEqual(['text-assignee']);
    }
    expect(codesOf(await assignText(one, { ...SPOT, personId: null, deadline: '2024-02-30' }))).toEqual([
      'impossible-date',
    ]);
    expectValue(await assignText(one, { ...SPOT, personId: null, deadline: '2024-03-01' }));
    expectValue(await assignText(one, { ...SPOT, personId: null, deadline: null }));
    expect((await sideOf(one)).text).toBeNull();
    const reader = of(ofCommittee('laeser', 'accountant', 'BIU'), context);
    expect(codesOf(await assignText(reader, { ...SPOT, personId: null, deadline: null }))).toEqual(['not-allowed']);
    expect((await getReportTexts(reader, YEAR, 'BIU'))?.writers).toEqual({ shared: [], own: [] });
  });
});
