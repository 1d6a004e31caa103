import path from 'node:path';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import { addAttachment } from '../add-attachment.ts';

/** A process that attaches one document after the other in the folder it is given, to be killed while it does. */
const store = openStore(process.argv[2] ?? '', path.resolve(import.meta.dirname, '../../..'));
const context = { store, actor: DEMO_PEOPLE.accountant2 };
const target = { target: 'account', periodId: '2023-12', account: '95900015' };
for (let round = 0; round < 10_000; round += 1) {
  const bytes = Buffer.alloc(300_000, `${process.pid} ${round};\n`);
  const result = await addAttachment(context, { target, name: `bilag ${round}.csv`, bytes });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  // The first reads everything from cold; the moments are counted from when they follow each other.
  if (round === 0) process.stdout.write('begin\n');
}
