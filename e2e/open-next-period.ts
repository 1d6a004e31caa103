import { type Browser, expect } from '@playwright/test';
import type { Server } from './server.ts';
import { signIn } from './sign-in.ts';

/** Opens 2024-01, as an administrator does. */
export async function openNextPeriod(browser: Browser, server: Server): Promise<void> {
  const chief = await (await browser.newContext({ baseURL: server.address })).newPage();
  await signIn(chief, 'administrator');
  await chief.goto('/administration/perioder');
  await chief.getByRole('button', { name: 'Åbn næste periode efter 2023-12' }).click();
  await chief.getByRole('dialog').getByRole('button', { name: 'Åbn perioden' }).click();
  await expect(chief.getByText('2024-01 er åben')).toBeVisible({ timeout: 60_000 });
  await chief.context().close();
}
