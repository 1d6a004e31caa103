import { createReadStream } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Context } from '#lib/services/context.ts';
import { readUpload } from '#lib/services/read-upload.ts';
import { receiveUpload } from '#lib/services/receive-upload.ts';
import { storeImport } from '#lib/services/store-import.ts';
import { demoFiles, importAll, withEmptyStore } from './shared/stores.ts';
import { timeOf } from './shared/timing.ts';

/**
 * `million-child.ts FILE LINES ACCOUNTS`: imports the file from its bytes to the commit as the page does, and prints
 * the time, the most memory that it took beyond what it holds when idle, and how long others had to wait at most.
 */
const [file = '', lines = '0', accounts = '0'] = process.argv.slice(2);
const OPTIONS = { amounts: null, overwrite: false };

async function importLarge(context: Context): Promise<void> {
  const received = await receiveUpload(context, { name: 'stor', kind: 'saldobalance' }, createReadStream(file));
  if (!received.ok) throw new Error('The file was not taken.');
  const { uploadId } = received.value;
  const choices = { uploadId, periodId: '2023-12', amounts: null, sumLines: true, mapping: null };
  const read = await readUpload(context, choices, () => undefined, new AbortController().signal);
  if (!read.ok || read.value.lines !== Number(lines)) throw new Error(`Read ${JSON.stringify(read)}.`);
  const stored = await storeImport(
    context,
    { files: [], uploads: [uploadId], periodId: '2023-12', options: OPTIONS },
    null,
  );
  if (!stored.ok || stored.value.importId === null) throw new Error('The import was not stored.');
}

const megabytesNow = (): number => process.memoryUsage().rss / 1024 / 1024;

await withEmptyStore(async (context) => {
  await importAll(context, demoFiles('im-funktioner'));
  const idle = megabytesNow();
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, megabytesNow());
  }, 10);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const milliseconds = await timeOf(() => importLarge(context));
  delay.disable();
  clearInterval(watch);
  const stored = await context.store.read.account.count();
  if (stored !== Number(accounts)) throw new Error(`Stored ${stored} accounts.`);
  // The kernel's own count misses no peak between two looks.
  const megabytes = Math.max(most, process.resourceUsage().maxRSS / 1024) - idle;
  process.stdout.write(JSON.stringify({ milliseconds, megabytes, wait: delay.max / 1e6 }));
});
