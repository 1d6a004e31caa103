import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import { storeImport } from '../store-import.ts';

/** A process that imports the reference case into the folder it is given, to be killed while it does. */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = process.argv[2] ?? '';
const demo = path.join(ROOT, 'prisma/demo');
const files = readdirSync(demo)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: readFileSync(path.join(demo, name)), kind: 'auto' as const }));
const store = openStore(folder, ROOT);
process.stdout.write('begin\n');
await storeImport(
  { store, actor: DEMO_PEOPLE.administrator },
  { files, periodId: '2023-12', options: { amounts: null, overwrite: false } },
  null,
);
process.stdout.write('done\n');
await store.close();
