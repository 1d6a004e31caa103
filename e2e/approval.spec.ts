import type { Locator, Page } from '@playwright/test';
import type { DemoRole } from '#lib/auth/people.ts';
import { expect, test } from './fixtures.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { AccountPage } from './pages/account-page.ts';
import { ListPage } from './pages/list-page.ts';
import { signIn } from './sign-in.ts';

const [FIRST, SECOND, THIRD] = ['95900088', '90100007', '90100008'] as const;

/** Saves an account under other initials and sends it for approval. */
async function sendForApproval(page: Page, number: string): Promise<void> {
  const account = new AccountPage(page);
  await account.open(number);
  await account.form.getByLabel('Initialer').fill('E2E');
  await account.sendUndocumented();
  await account.expectSaved();
  await expect(standingOf(page)).toContainText('Til godkendelse');
}

/** Where the account whose page is open stands. */
function standingOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Status' });
}

async function become(page: Page, role: DemoRole): Promise<void> {
  await signIn(page, role);
}

test('a reconciliation goes from its preparer to an approver, back, and through', async ({ page }) => {
  // Five people, one after the other.
  test.slow();
  await sendForApproval(page, FIRST);
  await sendForApproval(page, SECOND);
  await sendForApproval(page, THIRD);

  await test.step('its preparer cannot approve it, and has no place to do so', async () => {
    await expect(standingOf(page).getByRole('button', { name: 'Godkend' })).toHaveCount(0);
    await expect(standingOf(page).getByRole('button', { name: 'Træk tilbage' })).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Godkendelse' })).toHaveCount(0);
    const answer = await page.request.get('/2023-12/godkendelse');
    expect(answer.status()).toBe(404);
  });

  await become(page, 'approver');
  const list = new ListPage(page);
  await list.open('/2023-12/godkendelse');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Til godkendelse (3)');
  await expect(page.getByRole('link', { name: /^Mine opgaver/ })).toContainText('3');

  await test.step('the row that one has come to is shown beside the list', async () => {
    await list.grid.focus();
    const panel = page.getByRole('complementary', { name: `Konto ${SECOND}` });
    await expect(panel).toContainText('Lavet af');
    await expect(panel).toContainText('Demo Bogholder');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('complementary', { name: `Konto ${FIRST}` })).toContainText('−311.253,24');
  });

  await test.step('one is returned with a reason, which cannot be left out', async () => {
    await list.grid.focus();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Returner en konto' });
    const reason = dialog.getByRole('textbox', { name: /Begrundelse/ });
    await expect(reason).toBeFocused();
    await dialog.getByRole('button', { name: 'Returner' }).click();
    await expect(dialog).toContainText('Feltet skal udfyldes.');
    await reason.fill('Bilaget mangler.');
    await dialog.getByRole('button', { name: 'Returner' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'En konto er returneret.' })).toBeVisible();
  });

  await test.step('the rest are approved by two keys', async () => {
    await page.getByRole('checkbox', { name: 'Vælg alle viste' }).check();
    await expect(page.getByRole('button', { name: 'Godkend de 2 valgte' })).toBeVisible();
    await page.keyboard.press('g');
    await expect(page.getByRole('status').filter({ hasText: '2 konti er godkendt.' })).toBeVisible();
    await expect(page.getByText('Intet venter på din godkendelse')).toBeVisible();
  });

  await become(page, 'accountant2');
  await page.goto('/mine-opgaver');
  await expect(page.getByRole('main')).toContainText('Returneret til dig (1)');
  await expect(page.getByRole('main')).toContainText('Bilaget mangler.');
  await page.getByRole('button', { name: 'Markér alle som læst' }).click();
  await expect(page.getByRole('button', { name: 'Markér alle som læst' })).toHaveCount(0);
  await page
    .getByRole('link', { name: new RegExp(`^${FIRST} `) })
    .first()
    .click();
  await expect(page.getByText('Returneret af Demo Godkender')).toBeVisible();
  await sendForApproval(page, FIRST);

  await become(page, 'approver2');
  await page.goto(`/2023-12/konti/${FIRST}`);
  await standingOf(page).getByRole('button', { name: 'Godkend' }).click();
  await expect(standingOf(page)).toContainText('Godkendt af Demo Kontrollant');
  await page.goto('/2023-12/konti?status=godkendt');
  await expect(list.status).toContainText('2.441 af 2.449 rækker');
});

test('an account that another changed is not approved unseen', async ({ page, browser, server, faults }) => {
  await sendForApproval(page, FIRST);
  const approver = await openElsewhere({ browser, server, faults }, 'approver');
  await approver.goto('/2023-12/godkendelse');
  await approver.getByRole('grid').focus();
  const account = new AccountPage(page);
  await account.form.getByLabel('Initialer').fill('NYT');
  await account.sendUndocumented();
  await account.expectSaved();

  await approver.keyboard.press('g');
  const told = approver.getByRole('alert').filter({ hasText: 'en blev ikke ændret' });
  await expect(told).toContainText('Demo Bogholder har ændret kontoen');
  await expect(told.getByRole('link', { name: FIRST })).toBeVisible();
  await approver.context().close();
});

test('the reason for a return stays when the server did not get it', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await sendForApproval(page, FIRST);
  await become(page, 'approver');
  await page.goto(`/2023-12/konti/${FIRST}`);
  await standingOf(page).getByRole('button', { name: 'Returner' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Begrundelse' }).fill('Bilaget mangler.');
  await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort('failed') : route.fallback()));
  await dialog.getByRole('button', { name: 'Returner' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Der er ingen forbindelse til serveren');
  await expect(dialog.getByRole('textbox', { name: 'Begrundelse' })).toHaveValue('Bilaget mangler.');

  await page.unrouteAll();
  await dialog.getByRole('button', { name: 'Returner' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Returneret af Demo Godkender')).toBeVisible();
});

test('people are mentioned in comments, and told', async ({ page }) => {
  await page.goto(`/2023-12/konti/${FIRST}`);
  const form = page.getByRole('form', { name: 'Ny kommentar' });
  await form.getByRole('textbox', { name: 'Kommentar' }).click();
  await page.keyboard.type('Se <b>bilaget</b> @kontrol');
  await expect(form.getByRole('option')).toHaveText(/Demo Kontrollant/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('i dag.');
  await form.getByRole('button', { name: 'Tilføj kommentar' }).click();
  const said = page.getByRole('region', { name: 'Kommentarer' }).getByRole('listitem');
  await expect(said).toContainText('Se <b>bilaget</b> @Demo Kontrollant i dag.');

  await become(page, 'approver2');
  await page.goto('/mine-opgaver');
  await expect(page.getByRole('listitem').filter({ hasText: 'Demo Bogholder har nævnt dig' })).toContainText(
    'Se <b>bilaget</b> @Demo Kontrollant i dag.',
  );
});

test('a reader who may not log sees the account and cannot type in it', async ({ page }) => {
  await become(page, 'auditor');
  const account = new AccountPage(page);
  await account.open('95900015');
  await expect(account.form.getByLabel('Initialer')).toBeDisabled();
  await expect(account.form.getByRole('button', { name: 'Gem', exact: true })).toHaveCount(0);
  await expect(standingOf(page)).toContainText('Du kan læse kontoen, men ikke ændre den.');
});
