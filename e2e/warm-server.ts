import type { Store } from '#lib/db/store.ts';

/** As lib/db/store.ts holds it. */
const shared = globalThis as typeof globalThis & { afstemtStore?: Store };
let left: Store | undefined;

/**
 * The product's own server; whoever started it can tell it to go on with the data of another folder. What was asked of
 * the data before may still be under way, for pages that are gone: their store stays open until the next time.
 */
process.on('message', async ({ folder }: { folder: string }) => {
  await left?.close();
  left = shared.afstemtStore;
  process.env.AFSTEMT_DATA = folder;
  delete shared.afstemtStore;
  process.send?.({ folder });
});
process.on('disconnect', () => process.exit(0));

await import('../bin/server.ts');
