import path from 'node:path';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import type { Context } from '#lib/services/context.ts';
import { loadDemo } from '#lib/services/load-demo.ts';
import { PREPARED_FOLDER, type Server, startServer } from '../../e2e/server.ts';
import { buildIfChanged } from '../../scripts/build.ts';
import { ROOT, withFolder } from './stores.ts';

/**
 * Gives `work` the built server with the demo and with what `prepare` adds to it.
 * @throws where the server complained of anything
 */
export async function withDemoServer<T>(
  work: (server: Server) => Promise<T>,
  prepare?: (context: Context) => Promise<void>,
): Promise<T> {
  return withFolder(async (folder) => {
    const store = openStore(path.join(folder, 'demo'), ROOT);
    await loadDemo(store, ROOT);
    await prepare?.({ store, actor: COMMAND_LINE });
    await store.close();
    buildIfChanged(ROOT, (line) => process.stderr.write(`${line}\n`));
    process.env[PREPARED_FOLDER] = folder;
    const server = await startServer('demo');
    try {
      const result = await work(server);
      const complaints = server.complaints().trim();
      if (complaints !== '') throw new Error(`The server complained: ${complaints.slice(0, 1000)}`);
      return result;
    } finally {
      await server.stop();
    }
  });
}
