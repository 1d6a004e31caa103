import type { Browser, Page } from '@playwright/test';
import type { DemoRole } from '#lib/auth/people.ts';
import type { Faults } from './faults.ts';
import type { Server } from './server.ts';
import { signIn } from './sign-in.ts';

interface Elsewhere {
  browser: Browser;
  server: Server;
  faults: Faults;
}

/** A page in another browser, in which another person (or the same one again) is signed in. Its faults count, too. */
export async function openElsewhere({ browser, server, faults }: Elsewhere, role: DemoRole): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.address,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  });
  faults.watch(context);
  const page = await context.newPage();
  await signIn(page, role);
  return page;
}
