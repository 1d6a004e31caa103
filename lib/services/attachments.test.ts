import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makePdf, makePng } from '#lib/documents/testing/documents.ts';
import type { AttachmentTarget } from '#lib/domain/attachment.ts';
import { addAttachment } from './add-attachment.ts';
import type { Context } from './context.ts';
import { getAttachment } from './get-attachment.ts';
import { listAttachments, listLineAttachments } from './list-attachments.ts';
import { listRegister } from './list-register.ts';
import { removeAttachment } from './remove-attachment.ts';
import { as, prepareStores } from './testing/demo-store.ts';

const { demo } = prepareStores();
const PERIOD = '2023-12';
/** BIU's, with two items. */
const ACCOUNT = '95900015';
const onAccount: AttachmentTarget = { target: 'account', periodId: PERIOD, account: ACCOUNT };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function attach(
  context: Context,
  target: AttachmentTarget = onAccount,
  name = 'bilag.pdf',
  bytes = makePdf('x'),
) {
  const result = await addAttachment(context, { target, name, bytes });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

async function codesOf(result: Promise<{ ok: boolean; problems?: { code: string }[] }>): Promise<string[]> {
  return ((await result).problems ?? []).map(({ code }) => code);
}

const eventsOf = async ({ store }: Context) =>
  (await store.read.auditEvent.findMany({ where: { subject: 'attachment' }, orderBy: { id: 'asc' } })).map((event) => ({
    ...event,
    body: JSON.parse(event.body ?? '{}'),
  }));

const documentsOf = ({ store }: Context) => {
  const folder = path.join(store.folder, 'documents');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function stateOf(context: Context) {
  return {
    rows: await context.store.read.attachment.findMany(),
    events: await eventsOf(context),
    files: documentsOf(context),
  };
}

/** A transfer control of the system owner's committee, and one of another. */
async function linesOf({ store }: Context) {
  const own = await store.read.registerLine.findFirstOrThrow({
    where: { register: 'systemafstemninger', committeeCode: 'BIU' },
  });
  const { id: _, ...copied } = own;
  const content = JSON.stringify({ ...JSON.parse(own.content), committee: 'KFU' });
  const other = await store.writeTx((tx) =>
    tx.registerLine.create({ data: { ...copied, content, committeeCode: 'KFU', imported: null } }),
  );
  return { own: own.id, other: other.id };
}

it('keeps the bytes once by their SHA-256 and tells the trail', async () => {
  const context = demo();
  const bytes = makePdf('Kvittering');
  const attachment = await attach(context, onAccount, '../../x/Kvittering 010203-1234.pdf', bytes);
  expect(attachment).toMatchObject({
    name: 'Kvittering 010203-1234.pdf',
    kind: 'pdf',
    bytes: bytes.length,
    sha256: sha256(bytes),
    addedByName: context.actor.name,
    search: { outcome: 'searched', count: 1, found: [{ place: { in: 'name' }, masked: '010203-••••' }] },
  });
  const item = await firstItem(context);
  await attach(context, item, 'igen.pdf', bytes);
  expect(documentsOf(context)).toEqual([sha256(bytes)]);
  const [event, ...more] = await eventsOf(context);
  expect(event).toMatchObject({ action: 'create', subjectId: ACCOUNT, periodId: PERIOD, role: 'accountant' });
  expect(event?.body.after).toMatchObject({
    id: attachment.id,
    sha256: sha256(bytes),
    name: 'Kvittering 010203-••••.pdf',
  });
  expect(JSON.stringify(event?.body)).not.toContain('1234.pdf');
  expect(more).toHaveLength(1);
});

async function firstItem(context: Context): Promise<AttachmentTarget> {
  const listed = await listAttachments(context, PERIOD, ACCOUNT);
  const item = listed?.attachable.find((one) => one.target === 'item');
  if (item?.target !== 'item') throw new Error('no item');
  expect(item.itemKey).not.toBe('');
  return { target: 'item', periodId: PERIOD, account: ACCOUNT, itemKey: item.itemKey };
}

it('lists what is on the account, its findings and items', async () => {
  const context = demo();
  const listed = await listAttachments(context, PERIOD, ACCOUNT);
  expect(listed?.attachable.map(({ target }) => target)).toEqual(['account', 'finding', 'item', 'item']);
  await attach(context);
  await attach(
    context,
    { target: 'finding', periodId: PERIOD, account: ACCOUNT, committee: 'BIU' },
    'b.png',
    makePng(),
  );
  await attach(context, await firstItem(context), 'c.txt', Buffer.from('c'));
  const after = await listAttachments(context, PERIOD, ACCOUNT);
  expect(
    after?.attachments.map(({ name, target, committee, mayRemove }) => [name, target, committee, mayRemove]),
  ).toEqual([
    ['bilag.pdf', 'account', null, true],
    ['b.png', 'finding', 'BIU', true],
    ['c.txt', 'item', 'BIU', true],
  ]);
});

it('refuses bad files, the same one twice and what is not there, and leaves nothing of them', async () => {
  const context = demo();
  await attach(context);
  const before = await stateOf(context);
  const add = (target: unknown, name: string, bytes: Uint8Array) =>
    codesOf(addAttachment(context, { target, name, bytes }));
  expect(await add(onAccount, 'a.html', Buffer.from('<html>'))).toEqual(['document-kind']);
  expect(await add(onAccount, 'a.png', makePdf('x'))).toEqual(['document-ending']);
  expect(await add(onAccount, 'a.pdf', Buffer.from('%PDF-1.4 nothing %%EOF'))).toEqual(['document-broken']);
  expect(await add(onAccount, 'andet navn.pdf', makePdf('x'))).toEqual(['document-twice']);
  for (const target of [
    { ...onAccount, account: '00000000' },
    { ...onAccount, periodId: '2019-12' },
    { target: 'finding', periodId: PERIOD, account: ACCOUNT, committee: 'KFU' },
    { target: 'item', periodId: PERIOD, account: ACCOUNT, itemKey: 'no-such' },
    { target: 'transferControl', periodId: PERIOD, lineId: 999_999 },
  ]) {
    expect(await add(target, 'a.pdf', makePdf('y'))).toEqual(['unknown-target']);
  }
  expect(await add({ target: 'period' }, 'a.pdf', makePdf('y'))).toEqual(['invalid']);
  expect(await stateOf(context)).toEqual(before);
});

it('gives the bytes back and notes who read or took them', async () => {
  const context = demo();
  const bytes = makePdf('x');
  const { id } = await attach(context);
  const auditor = as('auditor', context);
  expect((await getAttachment(auditor, id, 'show'))?.bytes.equals(bytes)).toBe(true);
  expect(await getAttachment(auditor, id, 'take')).toMatchObject({ name: 'bilag.pdf', kind: 'pdf' });
  expect(
    (await eventsOf(context)).map(({ action, personId, role, subjectId }) => [action, personId, role, subjectId]),
  ).toEqual([
    ['create', context.actor.personId, 'accountant', ACCOUNT],
    ['read', auditor.actor.personId, 'auditor', ACCOUNT],
    ['export', auditor.actor.personId, 'auditor', ACCOUNT],
  ]);
  const text = await attach(context, onAccount, 'a.txt', Buffer.from('a <b>'));
  expect(await getAttachment(context, text.id, 'show'), 'a text is no page').toBeNull();
  expect(await getAttachment(context, 999, 'take')).toBeNull();
});

it('does not pass on bytes that were changed behind its back', async () => {
  const context = demo();
  const { id, sha256: name } = await attach(context);
  writeFileSync(path.join(context.store.folder, 'documents', name), 'something else');
  await expect(getAttachment(context, id, 'take')).rejects.toThrow(/changed behind/);
});

it('removes for a reason, once, and keeps the trace and the bytes', async () => {
  const context = demo();
  const { id } = await attach(context);
  expect(await codesOf(removeAttachment(context, { id, reason: ' ' }))).toEqual(['required']);
  const both = await Promise.all([1, 2].map((n) => removeAttachment(context, { id, reason: `Forkert bilag ${n}` })));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const listed = await listAttachments(context, PERIOD, ACCOUNT);
  expect(listed?.attachments).toMatchObject([
    {
      id,
      mayRemove: false,
      removed: { byName: context.actor.name, reason: expect.stringMatching(/^Forkert bilag [12]$/) },
    },
  ]);
  expect(await getAttachment(context, id, 'take')).toBeNull();
  expect(documentsOf(context)).toHaveLength(1);
  const [, removal, ...more] = await eventsOf(context);
  expect(removal).toMatchObject({ action: 'remove', body: { before: { id }, after: null } });
  expect(removal?.body.reason).toMatch(/^Forkert bilag/);
  expect(more).toEqual([]);
  // It can be attached again.
  await attach(context);
});

it('lets those attach whose place it is; to others it is read-only or not there', async () => {
  const context = demo();
  const { id } = await attach(context);
  const before = await stateOf(context);
  for (const role of ['approver', 'auditor', 'administrator'] as const) {
    const other = as(role, context);
    expect(
      await codesOf(addAttachment(other, { target: onAccount, name: 'n.pdf', bytes: makePdf('n') })),
      role,
    ).toEqual(['not-allowed']);
    expect(await codesOf(removeAttachment(other, { id, reason: 'x' })), role).toEqual(['not-allowed']);
    expect(await listAttachments(other, PERIOD, ACCOUNT), role).toMatchObject({
      attachments: [{ id, mayRemove: false }],
      attachable: [],
    });
  }
  const stranger: Context = {
    ...context,
    actor: {
      ...context.actor,
      grants: [{ role: 'accountant', unit: { kind: 'committee', code: 'KFU' }, onBehalfOf: null }],
    },
  };
  expect(await listAttachments(stranger, PERIOD, ACCOUNT)).toBeNull();
  expect(await codesOf(addAttachment(stranger, { target: onAccount, name: 'n.pdf', bytes: makePdf('n') }))).toEqual([
    'unknown-target',
  ]);
  expect(await codesOf(removeAttachment(stranger, { id, reason: 'x' }))).toEqual(['unknown-attachment']);
  expect(await codesOf(removeAttachment(stranger, { id: 999, reason: 'x' }))).toEqual(['unknown-attachment']);
  expect(await getAttachment(stranger, id, 'take')).toBeNull();
  expect(await stateOf(context)).toEqual(before);
});

it('a committee that has a finding on the account sees the finding’s documents and not the account’s', async () => {
  const context = demo();
  const whole = await attach(context);
  const finding = await attach(
    context,
    { target: 'finding', periodId: PERIOD, account: ACCOUNT, committee: 'BIU' },
    'b.png',
    makePng(),
  );
  await context.store.writeTx((tx) =>
    tx.responsibility.updateMany({
      where: { accountNumber: ACCOUNT },
      data: { committeeCode: 'KFU', administrationCode: 'ØKF', reconciledBy: 'KS' },
    }),
  );
  const secretariat = as('secretariat', context);
  expect((await listAttachments(secretariat, PERIOD, ACCOUNT))?.attachments.map(({ id }) => id)).toEqual([finding.id]);
  expect(await getAttachment(secretariat, whole.id, 'take')).toBeNull();
  expect(await getAttachment(secretariat, finding.id, 'take')).toMatchObject({ name: 'b.png' });
});

it('attaches to the transfer controls of one’s own committees', async () => {
  const context = demo();
  const { own, other } = await linesOf(context);
  const owner = as('systemOwner', context);
  const attachment = await attach(owner, { target: 'transferControl', periodId: PERIOD, lineId: own });
  expect(attachment).toMatchObject({ lineId: own, periodId: null, fiscalYear: 2023 });
  const target = { target: 'transferControl', periodId: PERIOD, lineId: other };
  expect(await codesOf(addAttachment(owner, { target, name: 'n.pdf', bytes: makePdf('n') }))).toEqual([
    'unknown-target',
  ]);
  expect(await listLineAttachments(owner, PERIOD, 'systemafstemninger')).toMatchObject({
    attachments: [{ id: attachment.id, mayRemove: true }],
  });
  expect((await listLineAttachments(owner, PERIOD, 'systemafstemninger'))?.attachableLines).not.toContain(other);
  expect(await getAttachment(as('secretariat', context), attachment.id, 'take')).toMatchObject({ name: 'bilag.pdf' });
  expect((await eventsOf(context))[0]).toMatchObject({ subjectId: `systemafstemninger/${own}`, role: 'systemOwner' });
});

it('attaches to the lines of the other registers, for those who keep them', async () => {
  const context = demo();
  const { own: control } = await linesOf(context);
  const [line] = (await listRegister(context, PERIOD, 'afskrivninger'))?.lines ?? [];
  const lineId = line?.id ?? 0;
  const target = { target: 'registerLine', periodId: PERIOD, lineId } as const;
  const attachment = await attach(context, target);
  expect(attachment).toMatchObject({ target: 'registerLine', lineId, periodId: null, fiscalYear: 2023 });
  expect((await eventsOf(context))[0]).toMatchObject({ subjectId: `afskrivninger/${lineId}` });
  expect(await listLineAttachments(context, PERIOD, 'afskrivninger')).toMatchObject({
    target: 'registerLine',
    attachments: [{ id: attachment.id, mayRemove: true }],
  });
  expect(await listLineAttachments(context, PERIOD, 'egenkapital')).toMatchObject({ attachments: [] });
  const attempt = (who: Context, to: object) =>
    codesOf(addAttachment(who, { target: to, name: 'n.pdf', bytes: makePdf('n') }));
  // A line of the one kind of register is not there for the other.
  expect(await attempt(context, { ...target, target: 'transferControl' })).toEqual(['unknown-target']);
  expect(await attempt(context, { ...target, lineId: control })).toEqual(['unknown-target']);
  expect(await attempt(as('auditor', context), target)).toEqual(['not-allowed']);
  expect(await codesOf(removeAttachment(context, { id: attachment.id, reason: 'Forkert' }))).toEqual([]);
  expect(await listLineAttachments(context, PERIOD, 'afskrivninger')).toMatchObject({
    attachments: [{ removed: { reason: 'Forkert' } }],
  });
});

it('changes nothing in a locked period', async () => {
  const context = demo();
  const { id } = await attach(context);
  await context.store.writeTx((tx) => tx.period.updateMany({ data: { status: 'locked' } }));
  const before = await stateOf(context);
  expect(await codesOf(addAttachment(context, { target: onAccount, name: 'n.pdf', bytes: makePdf('n') }))).toEqual([
    'period-locked',
  ]);
  expect(await codesOf(removeAttachment(context, { id, reason: 'x' }))).toEqual(['period-locked']);
  expect(await listAttachments(context, PERIOD, ACCOUNT)).toMatchObject({
    attachments: [{ mayRemove: false }],
    attachable: [],
  });
  expect(await stateOf(context)).toEqual(before);
  expect(await getAttachment(context, id, 'take')).toMatchObject({ name: 'bilag.pdf' });
});
