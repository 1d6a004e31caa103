import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { signIn } from './sign-in.ts';

/* What is stored of an account beside a list, or on its page, is seen everywhere without all pages being thrown away. */

const [FIRST, SECOND] = ['95900011', '95900012'] as const;

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Kontoen ved siden af listen' });
}

function rowOf(page: Page, account: string): Locator {
  return page.getByRole('grid').getByRole('row', { name: account });
}

/** The number beside *Mine opgaver*. */
function waitingOf(page: Page): Locator {
  return page.getByRole('navigation').getByRole('link', { name: /^Mine opgaver/ });
}

/** Opens an account beside the list of those that are approved. */
async function openBeside(page: Page, account: string, search = 'status=godkendt'): Promise<AccountPage> {
  await page.goto(`/2023-12/konti?q=9590001&${search}&vis=${account}`);
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText(account);
  const desk = new AccountPage(page);
  await expect(desk.form).toBeVisible();
  return desk;
}

/** Hears what is asked for of pages, beside what is fetched of them ahead. */
function hearPages(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const headers = request.headers();
    if (headers.rsc !== undefined && headers['next-router-prefetch'] === undefined) asked.push(request.url());
  });
  page.on('response', async (response) => {
    if ((await response.headerValue('x-action-revalidated')) !== null) asked.push(`all, by ${response.url()}`);
  });
  return asked;
}

test('what is saved beside the list stands in its row where it is, and no page is asked for', async ({ page }) => {
  const desk = await openBeside(page, FIRST);
  const asked = hearPages(page);
  const shown = page.getByRole('status').filter({ hasText: /^\d+ af 2\.449 rækker/ });
  const count = await shown.textContent();
  await expect(rowOf(page, FIRST)).toContainText('Godkendt');
  await desk.form.getByLabel('Initialer').fill('E2E');
  await desk.sendUndocumented();
  await desk.expectSaved();
  await expect(panelOf(page).getByRole('region', { name: 'Status' })).toContainText('Til godkendelse');
  // It stays in view although the filter would leave it out: nothing goes from under one's hands.
  await expect(rowOf(page, FIRST)).toContainText('Til godkendelse');
  await expect(shown).toHaveText(count ?? '');

  await panelOf(page)
    .getByRole('button', { name: /^Næste konto/ })
    .click();
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText(SECOND);
  expect(asked).toEqual([]);

  await test.step('what else shows it is new where one goes', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Overblik' }).click();
    await expect(page).toHaveURL('/2023-12');
    await page.goBack();
    await expect(rowOf(page, SECOND)).toBeVisible();
    await expect(rowOf(page, FIRST), 'the filter holds for a page that is made anew').toHaveCount(0);
  });
});

test('an approval beside the list stands in its row, and is no task any more', async ({ page }) => {
  const desk = await openBeside(page, FIRST);
  await desk.form.getByLabel('Initialer').fill('E2E');
  await desk.sendUndocumented();
  await desk.expectSaved();

  await signIn(page, 'approver');
  await openBeside(page, FIRST, 'status=til-godkendelse');
  await expect(waitingOf(page)).toContainText('1');
  const asked = hearPages(page);
  await panelOf(page).getByRole('button', { name: 'Godkend', exact: true }).click();
  await expect(panelOf(page).getByRole('region', { name: 'Status' })).toContainText('Godkendt af Demo Godkender');
  await expect(rowOf(page, FIRST)).toContainText('Godkendt');
  await expect(waitingOf(page)).toHaveText('Mine opgaver');
  expect(asked).toEqual([]);
});

test('a save that is answered once one has gone on stands in its row, and the next account stays', async ({ page }) => {
  const desk = await openBeside(page, FIRST, 'sort=konto.asc');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/2023-12\/konti\?/, async (route) => {
    const isAction = route.request().headers()['next-action'] !== undefined;
    if (isAction) await held;
    await route.continue();
  });
  await desk.form.getByLabel('Initialer').fill('E2E');
  await desk.sendUndocumented();
  await panelOf(page)
    .getByRole('button', { name: /^Næste konto/ })
    .click();
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText(SECOND);
  answer();
  await expect(rowOf(page, FIRST)).toContainText('Til godkendelse');
  await expect(desk.form).toBeVisible();
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText(SECOND);
});

test('a finding that goes with what is saved beside Opfølgning goes from the list', async ({ page }) => {
  await page.goto('/2023-12/opfoelgning?vis=95900015%2FBIU');
  const desk = new AccountPage(page);
  await expect(desk.form).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });
  const [before] = /\d+/.exec((await heading.textContent()) ?? '') ?? [];
  await desk.chooseCategory1();
  await desk.save();
  await desk.expectSaved();
  await expect(heading).toHaveText(`Opfølgning (${Number(before) - 1})`);
  await expect(rowOf(page, '95900015')).toHaveCount(0);
});

test('one goes back from an account just after it was saved, and finds it so in the list', async ({ page }) => {
  // The address is changed in the list, so that it is another than the page was made at.
  const list = await openBeside(page, FIRST, 'sort=konto.asc');
  await panelOf(page)
    .getByRole('button', { name: /^Næste konto/ })
    .click();
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText(SECOND);
  await list.form.getByLabel('Initialer').fill('FØR');
  await list.save();
  await list.expectSaved();
  await panelOf(page).getByRole('link', { name: 'Åbn siden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(SECOND);
  await expect(page).toHaveURL(new RegExp(`/konti/${SECOND}`));

  await list.form.getByLabel('Initialer').fill('SÅ');
  await list.sendUndocumented();
  await list.expectSaved();
  await page.goBack();
  await expect(rowOf(page, SECOND)).toContainText('Til godkendelse');
  await expect(rowOf(page, FIRST)).toContainText('Godkendt');
  await page.goForward();
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Til godkendelse');
  await expect(list.form.getByLabel('Initialer')).toHaveValue('SÅ');
});

test('what is saved on the way to the next account is seen when one goes back', async ({ page }) => {
  const list = await openBeside(page, FIRST, 'sort=konto.asc');
  await panelOf(page).getByRole('link', { name: 'Åbn siden' }).click();
  await expect(page).toHaveURL(new RegExp(`/konti/${FIRST}`));
  await list.form.getByLabel('Initialer').fill('E2E');
  await list.form.getByRole('button', { name: 'Gem, send og gå til næste' }).click();
  await list.form.getByRole('button', { name: 'Gem, send og gå til næste' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(SECOND);
  await expect(page).toHaveURL(new RegExp(`/konti/${SECOND}`));
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(FIRST);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Til godkendelse');
  await page.goBack();
  await expect(rowOf(page, FIRST)).toContainText('Til godkendelse');
});
