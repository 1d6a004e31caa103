import path from 'node:path';
import { claimForDemo } from '#lib/db/demo.ts';
import { openStore, type Store } from '#lib/db/store.ts';
import { ensureDemoPeople } from '#lib/services/ensure-demo-people.ts';
import { loadDemo } from '#lib/services/load-demo.ts';

/** Fills the folder named in the first argument: `demo` as a first start does, `empty` with the demo's people alone. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder.');
const root = path.resolve(import.meta.dirname, '..');

const fill = async (name: string, work: (store: Store) => Promise<unknown>): Promise<void> => {
  const store = openStore(path.join(folder, name), root);
  try {
    await work(store);
  } finally {
    await store.close();
  }
};

await fill('demo', async (store) => {
  if (!(await loadDemo(store, root))) throw new Error(`The demo was not loaded into ${folder}.`);
});
await fill('empty', (store) =>
  store.writeTx(async (tx) => {
    await claimForDemo(tx);
    await ensureDemoPeople(tx);
  }),
);
