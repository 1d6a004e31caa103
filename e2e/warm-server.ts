import { closeStore } from '#lib/db/store.ts';

/** The product's own server; whoever started it can tell it to go on with the data of another folder. */
process.on('message', async ({ folder }: { folder: string }) => {
  await closeStore();
  process.env.AFSTEMT_DATA = folder;
  process.send?.({ folder });
});
process.on('disconnect', () => process.exit(0));

await import('../bin/server.ts');
