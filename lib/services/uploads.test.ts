import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { removeReceivedFiles } from '#lib/db/received-files.ts';
import type { Context } from './context.ts';
import { discardUpload } from './discard-upload.ts';
import { previewImport } from './preview-import.ts';
import { readUpload } from './read-upload.ts';
import { receiveUpload } from './receive-upload.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';
import { MOST_UPLOADS } from './upload-desk.ts';

const stores = prepareStores();
const never = new AbortController().signal;
const CHOICES = { periodId: '2023-12', amounts: null, sumLines: true, mapping: null } as const;
const OPTIONS = { amounts: null, overwrite: false };

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
}

function balanceBytes(): Uint8Array {
  const [file] = demoFiles('saldobalance');
  if (!file) throw new Error('The demo has a balance.');
  return file.bytes;
}

async function send(context: Context, bytes = balanceBytes()): Promise<string> {
  const received = await receiveUpload(context, { name: 'saldo.csv', kind: 'auto' }, inPieces(bytes));
  if (!received.ok) throw new Error(JSON.stringify(received.problems));
  return received.value.uploadId;
}

const lying = ({ store }: Context) => {
  const folder = path.join(store.folder, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};

it('stores a large file as it would the same file in memory, and lets go of it', async () => {
  const context = as('administrator', stores.empty());
  await storeImport(context, { files: demoFiles('im-funktioner'), periodId: '2023-12', options: OPTIONS }, null);
  const uploadId = await send(context);
  const read = await readUpload(context, { ...CHOICES, uploadId, sumLines: false }, () => undefined, never);
  expect(read).toEqual({ ok: true, value: { lines: 2449, accounts: 2449 } });
  const request = { files: [], uploads: [uploadId], periodId: '2023-12', options: OPTIONS };
  const preview = await previewImport(context, request);
  const plain = await previewImport(context, {
    files: demoFiles('saldobalance').map((file) => ({ ...file, name: 'saldo.csv' })),
    periodId: '2023-12',
    options: OPTIONS,
  });
  expect(preview).toEqual(plain);
  if (!preview.ok) throw new Error('There is a preview.');
  const stored = await storeImport(context, request, preview.value.digest);
  expect(stored.ok && stored.value.importId).toBe(2);
  const { files } = preview.value.plan;
  const kept = readFileSync(path.join(context.store.folder, 'files', files[0]?.sha256 ?? ''));
  expect(kept.equals(balanceBytes())).toBe(true);
  expect(lying(context)).toEqual([]);
  expect(await previewImport(context, request)).toMatchObject({ ok: false, problems: [{ code: 'upload-gone' }] });
});

it('is there for who sent it alone, and read with the choices that a preview is asked for with', async () => {
  const context = as('administrator', stores.demo());
  const uploadId = await send(context);
  const request = { files: [], uploads: [uploadId], periodId: '2023-12', options: OPTIONS };
  const gone = { ok: false, problems: [{ code: 'upload-gone' }] };
  // Not read yet.
  expect(await previewImport(context, request)).toMatchObject(gone);
  await readUpload(context, { ...CHOICES, uploadId }, () => undefined, never);
  expect(await previewImport(context, request)).toMatchObject({ ok: true });
  expect(await previewImport(context, { ...request, periodId: '2024-01' })).toMatchObject(gone);
  const other = { ...context, actor: { ...context.actor, personId: 'demo-anden' } };
  expect(await previewImport(other, request)).toMatchObject(gone);
  expect(await readUpload(other, { ...CHOICES, uploadId }, () => undefined, never)).toMatchObject(gone);
  expect(await discardUpload(other, uploadId)).toMatchObject(gone);
  expect(lying(context)).toHaveLength(1);
  expect(await discardUpload(context, uploadId)).toEqual({ ok: true, value: null });
  expect(lying(context)).toEqual([]);
});

it('leaves nothing of what breaks off, is stopped, or is more than can be held', async () => {
  const context = as('administrator', stores.demo());
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('Konto;');
    throw new Error('The line went dead.');
  }
  await expect(receiveUpload(context, { name: 'a', kind: 'auto' }, broken())).rejects.toThrow('The line went dead.');
  expect(lying(context)).toEqual([]);
  const ids: string[] = [];
  for (let count = 0; count < MOST_UPLOADS; count += 1) ids.push(await send(context, Buffer.from('Konto')));
  const [first = ''] = ids;
  expect(await receiveUpload(context, { name: 'a', kind: 'auto' }, inPieces(Buffer.from('Konto')))).toMatchObject({
    ok: false,
    problems: [{ code: 'uploads-busy' }],
  });
  expect(lying(context)).toHaveLength(MOST_UPLOADS);
  const stopped = AbortSignal.abort();
  expect(await readUpload(context, { ...CHOICES, uploadId: first }, () => undefined, stopped)).toMatchObject({
    ok: false,
    problems: [{ code: 'reading-stopped' }],
  });
  for (const id of ids) await discardUpload(context, id);
  expect(lying(context)).toEqual([]);
});

it('is cleared away at a start where its process is no more, and only then', async () => {
  const context = as('administrator', stores.demo());
  await send(context, Buffer.from('Konto'));
  const folder = path.join(context.store.folder, 'uploads');
  // The first process there is always runs; no process has the other id.
  writeFileSync(path.join(folder, '1.running.part'), 'x');
  writeFileSync(path.join(folder, '4194305.dead.part'), 'x');
  writeFileSync(path.join(context.store.folder, 'files', 'abc.part'), 'x');
  removeReceivedFiles(context.store);
  expect(lying(context)).toEqual(['1.running.part']);
  expect(readdirSync(path.join(context.store.folder, 'files')).some((name) => name.endsWith('.part'))).toBe(false);
});
