import { expect, type Page } from '@playwright/test';

/** The page has come alive: it hears keys, and its links lead on without a page being loaded. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Hjælp til siden' })).toBeEnabled();
}
