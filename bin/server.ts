import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import next from 'next';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { closeStore, getStore } from '#lib/db/store.ts';
import { createHttpServer } from '#lib/http/http-server.ts';
import { redactText } from '#lib/log/redact.ts';
import { describeError, type LogFields, writeLog } from '#lib/log/write-log.ts';
import { type DropWatch, watchDrops } from './drop/watch-drops.ts';

import { startReminders } from './reminder-timer.ts';

/** Serves the built pages, or with `--dev` those under work, until it is told to stop. Started by serve.ts. */
const HOST = '127.0.0.1';
const PATIENCE_MS = 20_000;

process.env.NEXT_TELEMETRY_DISABLED = '1';
const environment = readEnvironment();
const log = (level: Parameters<typeof writeLog>[1], event: string, fields: LogFields = {}) =>
  writeLog(environment.logLevel, level, event, fields);

process.on('unhandledRejection', (error) => log('error', 'unhandled', describeError(error)));
process.on('uncaughtException', (error) => {
  log('error', 'uncaught', describeError(error));
  process.exit(1);
});

const dev = process.argv.includes('--dev');
if (!dev) {
  // What libraries say is part of the same log.
  const consoleLevels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;
  for (const [name, level] of Object.entries(consoleLevels)) {
    const tell = (...parts: unknown[]) => log(level, 'console', { text: redactText(format(...parts)) });
    Object.assign(console, { [name]: tell });
  }
}
const app = next({
  dev,
  dir: path.resolve(import.meta.dirname, '..'),
  hostname: HOST,
  port: environment.port,
  quiet: !dev,
});
await app.prepare();
const pages = createHttpServer(app.getRequestHandler(), { environment, log });
pages.server.listen(environment.port, HOST);
await once(pages.server, 'listening');
log('info', 'listening', { port: environment.port, publicUrl: environment.publicUrl });

const drops = environment.dropFolder === null ? null : startDrops(environment.dropFolder);

/** Imports what is put into the folder, as the command line would. The log tells what became of it, but no name. */
function startDrops(folder: string): DropWatch {
  mkdirSync(folder, { recursive: true });
  log('info', 'watching', { folder });
  return watchDrops(
    { store: getStore(), actor: COMMAND_LINE },
    {
      folder,
      periodId: null,
      language: environment.language,
      onResult: ({ claim, ok, importId }) =>
        log(ok ? 'info' : 'warn', 'drop', {
          load: claim.id,
          period: claim.periodId,
          files: claim.files.length,
          importId,
        }),
      onError: (error) => log('error', 'drop', describeError(error)),
    },
  );
}
const endReminders = environment.mail ? startReminders(environment.mail, log) : async () => undefined;

let isStopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log('info', 'stopping', { signal });
  setTimeout(() => process.exit(1), 2 * PATIENCE_MS).unref();
  await drops?.stop();
  const answeredAll = await pages.stop(dev ? 0 : PATIENCE_MS);
  await app.close();
  await endReminders();
  // Waits for the transaction that is open, if one is.
  await closeStore();
  log('info', 'stopped', { answeredAll });
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
