import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordEvents } from '#lib/db/audit.ts';
import { DATABASE } from '#lib/db/backup.ts';
import { createAttachment, stageDocument } from '#lib/db/documents.ts';
import { removeDisposedFiles } from '#lib/db/retention.ts';
import { verifyTrail } from '#lib/db/verify-trail.ts';
import type { Attachment } from '#lib/domain/attachment.ts';
import { MATERIALS, SHORTEST_TERMS } from '#lib/domain/retention.ts';
import { actingAsSelf } from './authorise.ts';
import type { Context } from './context.ts';
import { approveDisposal, requestDisposal, withdrawRequest } from './dispose.ts';
import { getRetention, updateTerms } from './retention.ts';
import { as, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

/** A year whose five years are over, and the last one whose are not, whatever today is. */
const THIS_YEAR = new Date().getFullYear();
const OLD = THIS_YEAR - 6;
const KEPT = THIS_YEAR - 5;

/** A second administrator beside the demo's. */
function second({ store, actor }: Context): Context {
  return { store, actor: { ...actor, personId: 'demo-anden', name: 'Demo Anden' } };
}

const attachment = (sha256: string, fiscalYear: number, name: string): Omit<Attachment, 'id'> => ({
  sha256,
  name,
  kind: 'txt',
  bytes: 3,
  target: 'account',
  periodId: `${fiscalYear}-12`,
  fiscalYear,
  account: '95900015',
  committee: null,
  itemKey: null,
  lineId: null,
  search: { outcome: 'searched', count: 0, found: [] },
  addedBy: 'p',
  addedByName: 'Demo P',
  addedAt: `${fiscalYear}-12-31T12:00:00.000Z`,
  removed: null,
  disposedAt: null,
});

/** Of each kind of material one piece that has run out and one that has not; the old year is locked. */
async function prepare(): Promise<Context & { shas: string[] }> {
  const context = as('administrator', stores.empty());
  const { store } = context;
  const shas: string[] = [];
  await store.writeTx(async (tx) => {
    for (const year of [OLD, KEPT]) {
      const [periodId, at] = [`${year}-12`, `${year}-06-30T12:00:00.000Z`];
      const balanceDate = `${year}-12-31`;
      await tx.period.create({ data: { id: periodId, fiscalYear: year, month: 12, balanceDate } });
      await tx.account.create({ data: { periodId, number: '1', name: 'K', imFunction: '9.22.01', balance: 1n } });
      const verdict = {
        category: 1,
        initials: 'DP',
        balance: 1n,
        origin: 'screen',
        version: 1,
        updatedAt: at,
        updatedBy: 'p',
      };
      await tx.reconciliation.create({ data: { periodId, accountNumber: '1', ...verdict } });
      const by = { personId: 'p', personName: `Demo ${year}`, at };
      await tx.approval.create({ data: { periodId, accountNumber: '1', ...by, onBehalfOf: 'Demo Fraværende' } });
      await tx.comment.create({ data: { periodId, accountNumber: '1', text: `Om ${year}`, ...by } });
      await tx.person.create({
        data: {
          id: `person-${year}`,
          name: `Demo ${year}`,
          email: `demo-${year}@example.dk`,
          disabledAt: `${year + 4}-01-01T00:00:00.000Z`,
          createdAt: new Date(at),
          updatedAt: new Date(at),
          credentials: {
            create: {
              id: `c${year}`,
              accountId: 'a',
              providerId: 'credential',
              password: 'hash',
              createdAt: new Date(at),
              updatedAt: new Date(at),
            },
          },
        },
      });
      const own = stageDocument(store, Buffer.from(`document ${year}`));
      const shared = stageDocument(store, Buffer.from('shared by both years'));
      for (const staged of [own, shared]) {
        staged.keep();
        await createAttachment(tx, attachment(staged.sha256, year, `Demo ${year}.txt`));
      }
      shas.push(own.sha256, shared.sha256);
      await recordEvents(tx, actingAsSelf(context), at, [
        {
          action: 'create',
          subject: 'account',
          subjectId: '1',
          periodId,
          importId: null,
          before: null,
          after: { name: `Demo ${year}` },
        },
      ]);
    }
    await recordEvents(tx, actingAsSelf(context), `${OLD}-12-31T23:00:00.000Z`, [
      {
        action: 'update',
        subject: 'account',
        subjectId: 'new year by Danish clocks',
        periodId: null,
        importId: null,
        before: null,
        after: {},
      },
    ]);
    await recordEvents(tx, actingAsSelf(context), `${OLD}-12-31T12:00:00.000Z`, [
      {
        action: 'update',
        subject: 'account',
        subjectId: 'of a later period',
        periodId: `${KEPT}-12`,
        importId: null,
        before: null,
        after: {},
      },
    ]);
    await tx.period.update({ where: { id: `${OLD}-12` }, data: { status: 'locked' } });
  });
  return { ...context, shas };
}

async function disposeOf(context: Context, material: string) {
  const asked = await requestDisposal(context, { material });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  const result = await approveDisposal(second(context), asked.value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const fileOf = ({ store }: Context, sha256: string) => path.join(store.folder, 'documents', sha256);

describe('a disposal', () => {
  it('takes what has run out and leaves the rest, kind by kind, and the chain still verifies', async () => {
    const context = await prepare();
    const { store, shas } = context;
    expect((await getRetention(context))?.runOut.map(({ material, counts }) => [material, counts])).toEqual([
      ['accounting', { approvalNames: 1 }],
      ['documents', { documents: 2 }],
      ['comments', { comments: 1 }],
      ['trail', { events: 1 }],
      // One left two years ago, one last year.
      ['persons', { persons: 1 }],
    ]);

    await disposeOf(context, 'documents');
    expect(shas.map((sha256) => existsSync(fileOf(context, sha256)))).toEqual([false, true, true, true]);
    expect((await store.read.attachment.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)).toEqual([
      '',
      '',
      `Demo ${KEPT}.txt`,
      `Demo ${KEPT}.txt`,
    ]);

    await disposeOf(context, 'accounting');
    const names = await store.read.approval.findMany({ orderBy: { periodId: 'asc' } });
    expect(names.map(({ personName, onBehalfOf }) => [personName, onBehalfOf])).toEqual([
      ['', null],
      [`Demo ${KEPT}`, 'Demo Fraværende'],
    ]);

    await disposeOf(context, 'comments');
    expect((await store.read.comment.findMany()).map(({ text }) => text)).toEqual([`Om ${KEPT}`]);

    await disposeOf(context, 'persons');
    expect(await store.read.person.findMany({ orderBy: { id: 'asc' }, include: { credentials: true } })).toMatchObject([
      { id: `person-${OLD}`, email: `person-${OLD}@bortskaffet.invalid`, initials: '', credentials: [] },
      { id: `person-${KEPT}`, name: `Demo ${KEPT}`, credentials: [{ password: 'hash' }] },
    ]);

    await disposeOf(context, 'trail');
    const events = await store.read.auditEvent.findMany({ where: { body: null } });
    expect(events.map(({ subject, at }) => [subject, at])).toEqual([['account', `${OLD}-06-30T12:00:00.000Z`]]);
    expect(verifyTrail(path.join(store.folder, DATABASE))).toMatchObject({ fault: null });

    const page = await getRetention(context);
    expect(page?.runOut.every(({ counts }) => Object.keys(counts).length === 0)).toBe(true);
    expect(
      page?.done.map(({ material, requestedByName, approvedByName, list }) => [
        material,
        requestedByName,
        approvedByName,
        list.counts,
      ]),
    ).toEqual(
      [
        ['trail', { events: 1 }],
        ['persons', { persons: 1 }],
        ['comments', { comments: 1 }],
        ['accounting', { approvalNames: 1 }],
        ['documents', { documents: 2 }],
      ].map(([material, counts]) => [material, 'Demo Administrator', 'Demo Anden', counts]),
    );
    expect(JSON.stringify(page?.done)).not.toContain(`Demo ${OLD}`);
  });

  it('takes what texts of reports once said and whose they were; what they say stays', async () => {
    const context = await prepare();
    const { store } = context;
    await store.writeTx(async (tx) => {
      for (const fiscalYear of [OLD, KEPT]) {
        const key = { fiscalYear, committeeCode: 'BIU', place: 'kategorier' };
        const content = JSON.stringify([
          { kind: 'paragraph', content: [{ kind: 'text', text: `Tekst ${fiscalYear}` }] },
        ]);
        const at = `${fiscalYear}-06-30T12:00:00.000Z`;
        const by = { updatedAt: at, updatedBy: 'p', updatedByName: `Demo ${fiscalYear}`, writers: '["p"]' };
        await tx.reportText.create({ data: { ...key, content, version: 2, ...by, assigneeId: 'p' } });
        const person = { personId: 'p', personName: `Demo ${fiscalYear}`, at };
        for (const version of [1, 2])
          await tx.reportTextVersion.create({ data: { ...key, version, content, ...person } });
        const said = { number: '38 konti', context: '', reason: 'Talt' };
        await tx.figureAcknowledgement.create({ data: { ...key, ...said, ...person } });
      }
    });
    const { counts } = await disposeOf(context, 'accounting');
    expect(counts).toEqual({ approvalNames: 1, textVersions: 2, textNames: 2 });
    const versions = await store.read.reportTextVersion.findMany();
    expect(versions.map(({ fiscalYear }) => fiscalYear)).toEqual([KEPT, KEPT]);
    const [old, kept] = await store.read.reportText.findMany({ orderBy: { fiscalYear: 'asc' } });
    expect(old).toMatchObject({ updatedBy: '', updatedByName: '', writers: '[]', assigneeId: null });
    expect(old?.content).toContain(`Tekst ${OLD}`);
    expect(kept).toMatchObject({ updatedBy: 'p', updatedByName: `Demo ${KEPT}`, writers: '["p"]', assigneeId: 'p' });
    const vouchers = await store.read.figureAcknowledgement.findMany({ orderBy: { fiscalYear: 'asc' } });
    expect(vouchers.map(({ personName }) => personName)).toEqual(['', `Demo ${KEPT}`]);
    expect((await getRetention(context))?.runOut[0]?.counts).toEqual({});
  });

  it('takes who made versions of reports; the versions and their files stay', async () => {
    const context = await prepare();
    const { store } = context;
    await store.writeTx(async (tx) => {
      for (const fiscalYear of [OLD, KEPT]) {
        const at = `${fiscalYear}-06-30T12:00:00.000Z`;
        const report = { fiscalYear, committeeCode: 'BIU' };
        const file = { edition: 'open', format: 'pdf', sha256: 'a'.repeat(64), bytes: 1 };
        const by = { madeBy: 'p', madeByName: `Demo ${fiscalYear}`, madeAt: at };
        const published = { publishedBy: 'p', publishedByName: `Demo ${fiscalYear}`, publishedAt: at };
        const version = { ...report, number: 1, periodId: `${fiscalYear}-12`, status: 'published', program: '1' };
        const modelSha256 = 'b'.repeat(64);
        await tx.reportVersion.create({
          data: { ...version, modelSha256, ...by, ...published, files: { create: [file] } },
        });
        const kept = {
          kind: 'column',
          target: 'egenkapital.tekst',
          ground: '§ 1',
          personId: 'p',
          personName: 'Demo P',
          at,
        };
        await tx.redaction.create({ data: { ...report, ...kept } });
      }
    });
    const { counts } = await disposeOf(context, 'accounting');
    expect(counts).toEqual({ approvalNames: 1, versionNames: 2 });
    const versions = await store.read.reportVersion.findMany({
      orderBy: { fiscalYear: 'asc' },
      include: { files: true },
    });
    expect(
      versions.map(({ madeByName, publishedByName, files }) => [madeByName, publishedByName, files.length]),
    ).toEqual([
      ['', '', 1],
      [`Demo ${KEPT}`, `Demo ${KEPT}`, 1],
    ]);
    const redactions = await store.read.redaction.findMany({ orderBy: { fiscalYear: 'asc' } });
    expect(redactions.map(({ personName, ground }) => [personName, ground])).toEqual([
      ['', '§ 1'],
      ['Demo P', '§ 1'],
    ]);
  });

  it('takes two people: not the one who asked, nor whoever stands in for them, nor two at once', async () => {
    const context = await prepare();
    const asked = await requestDisposal(context, { material: 'documents' });
    if (!asked.ok) throw new Error('refused');
    expect(await requestDisposal(second(context), { material: 'documents' })).toMatchObject({
      ok: false,
      problems: [{ code: 'disposal-open' }],
    });
    expect(await approveDisposal(context, asked.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'own-disposal' }],
    });
    const { personId, name } = context.actor;
    const substitute = second(context);
    substitute.actor = {
      ...substitute.actor,
      grants: [{ role: 'administrator', unit: null, onBehalfOf: { personId, name } }],
    };
    expect(await approveDisposal(substitute, asked.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'own-disposal' }],
    });
    for (const role of ['auditor', 'approver', 'accountant'] as const) {
      expect(await approveDisposal(as(role, context), asked.value)).toMatchObject({
        ok: false,
        problems: [{ code: 'not-allowed' }],
      });
      expect(await getRetention(as(role, context))).toBeNull();
    }
    expect(await context.store.read.attachment.count({ where: { disposedAt: null } })).toBe(4);
    const answers = await Promise.all(Array.from({ length: 8 }, () => approveDisposal(second(context), asked.value)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await context.store.read.auditEvent.count({ where: { subject: 'disposal', action: 'dispose' } })).toBe(1);
  });

  it('can be taken back, and is refused once the term was made longer', async () => {
    const context = await prepare();
    const asked = await requestDisposal(context, { material: 'documents' });
    if (!asked.ok) throw new Error('refused');
    await updateTerms(context, { ...SHORTEST_TERMS, documents: 10 });
    expect(await approveDisposal(second(context), asked.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'term-not-over' }],
    });
    expect((await withdrawRequest(context, asked.value)).ok).toBe(true);
    expect(await approveDisposal(second(context), asked.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-disposal' }],
    });
    expect(await requestDisposal(context, { material: 'documents' })).toMatchObject({
      ok: false,
      problems: [{ code: 'nothing-run-out' }],
    });
    expect(context.shas.every((sha256) => existsSync(fileOf(context, sha256)))).toBe(true);
  });

  it('leaves no bytes behind where the process ended before they went', async () => {
    const context = await prepare();
    await disposeOf(context, 'documents');
    const [gone = '', shared = ''] = context.shas;
    writeFileSync(fileOf(context, gone), 'left over');
    expect(await removeDisposedFiles(context.store)).toBe(1);
    expect([gone, shared].map((sha256) => existsSync(fileOf(context, sha256)))).toEqual([false, true]);
  });
});

describe('terms', () => {
  it('cannot be set below what the law asks for, by an administrator or anybody', async () => {
    const context = as('administrator', stores.empty());
    for (const material of MATERIALS) {
      const short = { ...SHORTEST_TERMS, [material]: SHORTEST_TERMS[material] - 1 };
      expect(await updateTerms(context, short)).toMatchObject({
        ok: false,
        problems: [{ path: material, code: 'term-too-short' }],
      });
    }
    expect(await updateTerms(as('auditor', context), SHORTEST_TERMS)).toMatchObject({ ok: false });
    expect((await updateTerms(context, { ...SHORTEST_TERMS, trail: 10 })).ok).toBe(true);
    expect((await getRetention(context))?.terms).toEqual({ ...SHORTEST_TERMS, trail: 10 });
  });
});
