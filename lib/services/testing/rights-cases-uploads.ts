import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Context } from '../context.ts';
import { discardUpload } from '../discard-upload.ts';
import { readUpload } from '../read-upload.ts';
import { receiveUpload } from '../receive-upload.ts';
import type { RightsCase } from './rights-case.ts';

const upload = { does: 'read', by: 'import', at: EVERYWHERE, namesNothing: true } as const;

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Konto;Kontonavn;IM-funktion;Saldo\r\n90100001;Kasse;9.22.01;0,00\r\n');
}

/** Sends a file and answers what it was refused with, or its id; '' for who may send none. */
async function send(context: Context): Promise<string> {
  const received = await receiveUpload(context, { name: 'saldo.csv', kind: 'auto' }, bytes());
  return received.ok ? received.value.uploadId : '';
}

/** Large files are held for who sent them: others' are as if they were not there. They leave nothing in the database. */
export const UPLOAD_CASES: readonly RightsCase[] = [
  {
    ...upload,
    use: 'receiveUpload',
    call: async (context) => {
      const received = await receiveUpload(context, { name: 'saldo.csv', kind: 'auto' }, bytes());
      if (!received.ok) return received;
      return discardUpload(context, received.value.uploadId);
    },
  },
  {
    ...upload,
    use: 'readUpload',
    call: async (context) => {
      const uploadId = await send(context);
      const choices = { uploadId, periodId: '2024-02', amounts: null, sumLines: true, mapping: null };
      const read = await readUpload(context, choices, () => undefined, new AbortController().signal);
      if (uploadId !== '') await discardUpload(context, uploadId);
      return read;
    },
  },
  { ...upload, use: 'discardUpload', call: async (context) => discardUpload(context, await send(context)) },
];
