import path from 'node:path';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import { makeFinal } from '../make-final.ts';

/** A process that makes a report final in the folder it is given, to be killed while it does. */
const store = openStore(process.argv[2] ?? '', path.resolve(import.meta.dirname, '../../..'));
process.stdout.write('begin\n');
const context = { store, actor: DEMO_PEOPLE.secretariat };
const result = await makeFinal(context, { year: 2023, committee: 'BIU', reason: '' });
if (!result.ok) throw new Error(JSON.stringify(result.problems));
process.stdout.write('done\n');
await store.close();
