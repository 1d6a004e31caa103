import { defineConfig } from '@playwright/test';

/** Browser tests against the built pages; `npm test` builds them first and names the browser in PW_CHROMIUM. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  globalSetup: './e2e/prepare.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 150_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    // A trace costs a tenth of the time of all tests. For the one that fails: `npx playwright test --trace on`.
    trace: 'off',
    launchOptions: { executablePath: process.env.PW_CHROMIUM ?? '/usr/bin/chromium', args: QUIET },
  },
});
