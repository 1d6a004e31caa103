import { test as base, expect } from '@playwright/test';
import type { DemoRole } from '#lib/auth/people.ts';
import { Faults } from './faults.ts';
import { type Server, type StartingData, startWarmServer, type WarmServer } from './server.ts';
import { signIn } from './sign-in.ts';

interface Fixtures {
  /** What the installation holds when the test begins. */
  data: StartingData;
  /** Which of the demo's people is signed in when the test begins; null: nobody. */
  role: DemoRole | null;
  /** The product as it is built, on data of its own. */
  server: Server;
  faults: Faults;
}

interface WorkerFixtures {
  /** Starts the worker's server, or gives it other data. */
  serve: (data: StartingData) => Promise<Server>;
}

/** A test with data of its own, which fails on any error of browser or server that it does not expect. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  serve: [
    async ({ browser }, use) => {
      let server: WarmServer | undefined;
      await use(async (data) => {
        // A page that was left open would ask on, of data that are the next test's.
        await Promise.all(browser.contexts().map((context) => context.close()));
        if (server) await server.takeOther(data);
        server ??= await startWarmServer(data);
        return server;
      });
      await server?.stop();
    },
    { scope: 'worker' },
  ],
  data: ['demo', { option: true }],
  role: ['accountant2', { option: true }],
  server: async ({ data, serve }, use) => use(await serve(data)),
  baseURL: ({ server }, use) => use(server.address),
  page: async ({ page, role }, use) => {
    if (role !== null) await signIn(page, role);
    await use(page);
  },
  faults: [
    async ({ server, context }, use) => {
      const faults = new Faults();
      faults.watch(context);
      await use(faults);
      expect(faults.unexpected(server.complaints()), 'errors of browser and server').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
