import { test as base, expect } from '@playwright/test';
import { Faults } from './faults.ts';
import { type Server, type StartingData, startServer } from './server.ts';

interface Fixtures {
  /** What the installation holds when the test begins. */
  data: StartingData;
  /** The product as it is built, on data of its own. */
  server: Server;
  faults: Faults;
}

/** A test with its own server and data, which fails on any error of browser or server that it does not expect. */
export const test = base.extend<Fixtures>({
  data: ['demo', { option: true }],
  server: async ({ data }, use) => {
    const server = await startServer(data);
    await use(server);
    await server.stop();
  },
  baseURL: ({ server }, use) => use(server.address),
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
