import path from 'node:path';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import { readUpload } from '../read-upload.ts';
import { receiveUpload } from '../receive-upload.ts';
import { storeImport } from '../store-import.ts';

/**
 * A process that sends, reads and stores a balance line by line, with its functions, in the folder it is given, to be
 * killed while it does. 60,000 lines of 3,000 accounts.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = process.argv[2] ?? '';
const store = openStore(folder, ROOT);
const context = { store, actor: DEMO_PEOPLE.administrator };

async function* lines(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Konto;Kontonavn;IM-funktion;Saldo\n');
  for (let begin = 0; begin < 60_000; begin += 1_000) {
    const part = Array.from({ length: 1_000 }, (_, index) => {
      const account = 90_100_000 + ((begin + index) % 3_000);
      return `${account};Konto ${account};9.22.01;${index % 2 === 0 ? '' : '-'}1,00\n`;
    });
    yield Buffer.from(part.join(''));
  }
}

process.stdout.write('begin\n');
const received = await receiveUpload(context, { name: 'stor.csv', kind: 'auto' }, lines());
if (!received.ok) throw new Error(JSON.stringify(received.problems));
const { uploadId } = received.value;
const choices = { uploadId, periodId: '2023-12', amounts: null, sumLines: true, mapping: null };
await readUpload(context, choices, () => undefined, new AbortController().signal);
const functions = {
  name: 'funktioner.csv',
  kind: 'auto',
  bytes: Buffer.from('IM-funktion;Navn\n9.22.01;Kontante\n'),
} as const;
const stored = await storeImport(
  context,
  { files: [functions], uploads: [uploadId], periodId: '2023-12', options: { amounts: null, overwrite: false } },
  null,
);
if (!stored.ok || stored.value.importId === null) throw new Error('Nothing was stored.');
process.stdout.write('done\n');
await store.close();
