import { findViolations } from './axe.ts';
import { expectAlive } from './expect-alive.ts';
import { expect, test } from './fixtures.ts';

test('each page has its own help, which follows along and gives the focus back', async ({ page }) => {
  await page.goto('/2023-12/rapport');
  await expectAlive(page);
  await page.getByRole('link', { name: 'Rapport', exact: true }).focus();
  await page.keyboard.press('?');
  const help = page.getByRole('complementary', { name: 'Hjælp: Rapport' });
  await expect(help).toBeFocused();
  await expect(help.getByRole('listitem').first()).toHaveText('Vælg et udvalg.');
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Registre', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Hjælp: Registre' })).toBeVisible();
  await page.getByRole('complementary', { name: 'Hjælp: Registre' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: /^Hjælp/ })).toHaveCount(0);

  // Where a question mark is typed it is typed; F1 helps there too.
  await page.goto('/2023-12/konti');
  await page.getByRole('searchbox').fill('hvad');
  await page.keyboard.press('?');
  await expect(page.getByRole('searchbox')).toHaveValue('hvad?');
  await page.keyboard.press('F1');
  const accounts = page.getByRole('complementary', { name: 'Hjælp: Konti' });
  await expect(accounts).toBeFocused();
  await accounts.getByRole('button', { name: 'Alle tastaturgenveje' }).click();
  const keys = page.getByRole('dialog', { name: 'Tastaturgenveje' });
  await expect(keys.getByText('Skriv det samme i alle valgte celler')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('Ctrl+K finds accounts, places and acts, of what one may see', async ({ page }) => {
  await page.goto('/2023-12/konti');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const asked = page.getByRole('combobox', { name: 'Sted, konto eller handling' });
  await expect(asked).toBeFocused();
  await page.keyboard.type('9590');
  const accounts = page.getByRole('option', { name: /^\d{8} / });
  await expect(accounts.first()).toHaveAttribute('aria-selected', 'true');
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route(/\/api\/find\?/, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.type('0015');
  await expect(accounts, 'what was found for fewer letters').toHaveCount(0);
  letThrough();
  await expect(page.getByRole('option', { name: /^95900015 / })).toHaveAttribute('aria-selected', 'true');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/2023-12\/konti\/95900015$/);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('ikke logget');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/konti\?kategori=ikke-logget$/);

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('option', { name: /^Registre/ }).first()).toBeVisible();
  await expect(page.getByRole('option', { name: /^Administration/ })).toHaveCount(0);
  await page.keyboard.type('zzzz');
  await expect(page.getByText('Intet passer til det, du har skrevet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
});

test('the tour is offered once, goes over the pages and can be left at any step', async ({ page }) => {
  await page.goto('/2023-12');
  const offer = page.getByRole('complementary', { name: 'Rundvisning' });
  await expect(offer).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const told = page.waitForResponse(/\/api\/tour$/);
  await offer.getByRole('button', { name: 'Vis rundt' }).click();
  expect((await told).status()).toBe(200);

  const step = (title: string) => page.getByRole('dialog', { name: title, exact: true });
  await expect(step('Overblik')).toBeFocused();
  for (const title of ['Perioden', 'Konti', 'Find og gem']) {
    await page.getByRole('button', { name: 'Næste', exact: true }).click();
    await expect(step(title)).toBeFocused();
  }
  await expect(page).toHaveURL(/\/2023-12\/konti$/);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto('/2023-12');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offer).toHaveCount(0);

  await page.goto('/hjaelp');
  await page.getByRole('button', { name: 'Start rundvisningen' }).click();
  await expect(step('Overblik')).toBeVisible();
  for (const title of ['Perioden', 'Konti', 'Find og gem']) {
    await page.getByRole('button', { name: 'Næste', exact: true }).click();
    await expect(step(title)).toBeVisible();
  }
  for (let at = 0; at < 3; at += 1) await page.getByRole('button', { name: 'Næste', exact: true }).click();
  await expect(step('Hjælp, hvor du er')).toBeVisible();
  await page.getByRole('button', { name: 'Slut', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('whoever goes on without an answer is not offered the tour again', async ({ page }) => {
  await page.goto('/2023-12');
  const offer = page.getByRole('complementary', { name: 'Rundvisning' });
  await expect(offer).toBeVisible();
  await expectAlive(page);
  const told = page.waitForResponse(/\/api\/tour$/);
  await page.getByRole('link', { name: 'Konti', exact: true }).click();
  await told;
  await page.goto('/2023-12');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('a word says what it means to the pointer and to the keys, and Esc takes it away', async ({ page }) => {
  await page.goto('/2023-12');
  const word = page.getByRole('table').getByRole('button', { name: 'Ældre end et år, kr.' });
  const meaning = page.getByRole('tooltip');
  // Until the browser has taken the page over, nothing hears that the word has the focus.
  await expect(async () => {
    await word.blur();
    await word.focus();
    await expect(meaning).toContainText('mindst et år før balancedatoen', { timeout: 1_000 });
  }).toPass();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await word.blur();
  await word.hover();
  await expect(meaning).toBeVisible();
  await meaning.hover();
  await expect(meaning).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(meaning).toHaveCount(0);
});

test('the list is two Tabs and Enter away', async ({ page }) => {
  await page.goto('/2023-12/konti');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Gå til listen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid).toBeFocused();
});
