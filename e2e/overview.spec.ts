import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { ListPage } from './pages/list-page.ts';
import { signIn } from './sign-in.ts';

/** The numbers of *Overblik* that lead to a list, by the address that they lead to. */
async function figuresOf(page: Page): Promise<Map<string, Set<string>>> {
  // What stands below may be shown a moment after the rest.
  await expect(page.getByRole('main').getByRole('table', { name: 'Fremdrift' })).toBeVisible();
  const links = await page
    .getByRole('main')
    .getByRole('table')
    .getByRole('link')
    .evaluateAll((all) =>
      all.map((link) => ({ text: link.textContent?.trim() ?? '', address: link.getAttribute('href') ?? '' })),
    );
  const figures = links.filter(({ text }) => /^[\u2212-]?[\d.,]+$/.test(text));
  const byAddress = Map.groupBy(figures, ({ address }) => address);
  return new Map([...byAddress].map(([address, all]) => [address, new Set(all.map(({ text }) => text))]));
}

const countOf = (figures: Map<string, Set<string>>) => [...figures.values()].reduce((sum, { size }) => sum + size, 0);

/** Whether the page at each address says the same as the numbers that lead there. */
async function follow(page: Page, figures: Map<string, Set<string>>): Promise<void> {
  for (const [address, texts] of figures) {
    await page.goto(address);
    for (const text of texts) await expectSaid(page, address, text);
  }
}

function expectSaid(page: Page, address: string, text: string): Promise<void> {
  const list = new ListPage(page);
  if (address.includes('/rapport')) {
    const checks = page.getByRole('main').getByText(new RegExp(`\\b${text} (kontrol|kontroller)\\b|En kontrol`));
    return expect(checks.first()).toBeVisible();
  }
  if (address.includes('/registre/')) return expect(list.grid.getByText(text, { exact: true })).toBeVisible();
  return expect(list.status, `${text} at ${address}`).toContainText(
    text.includes(',') ? ` ${text}` : new RegExp(`(^|\\s)${text.replaceAll('.', '\\.')} (af [\\d.]+ )?række`),
  );
}

test('every number leads to a list that says the same', async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto('/2023-12');
  const figures = await figuresOf(page);
  // Counts of categories and follow-ups, bars by unit, last year's figures.
  expect(countOf(figures)).toBeGreaterThan(40);
  await follow(page, figures);
});

test('what is started shows as left, by unit, and the reports as lacking it', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('90100006');
  await account.form.getByLabel('Initialer').fill('E2E');
  await account.save();
  await account.expectSaved();
  await page.goto('/2023-12');
  const progress = page.getByRole('table', { name: 'Fremdrift' });
  await progress.getByRole('link', { name: 'Alle konti: 1 konti er ikke godkendt' }).click();
  await expect(new ListPage(page).status).toContainText('1 af 2.449 rækker');
  await expect(page.getByRole('grid').getByRole('link', { name: '90100006' })).toBeVisible();
});

test('a limited reader sees only their own numbers, and each leads to as many', async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, 'secretariat');
  await page.goto('/2023-12');
  const figures = await figuresOf(page);
  expect(countOf(figures)).toBeGreaterThan(5);
  await follow(page, figures);
});
