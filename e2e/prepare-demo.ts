import path from 'node:path';
import { openStore } from '#lib/db/store.ts';
import { loadDemo } from '#lib/services/load-demo.ts';

/** Fills the folder named in the first argument with the demo, as a first start does. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder.');
const root = path.resolve(import.meta.dirname, '..');
const store = openStore(folder, root);
try {
  if (!(await loadDemo(store, root))) throw new Error(`The demo was not loaded into ${folder}.`);
} finally {
  await store.close();
}
