import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { signIn } from './sign-in.ts';

test('two people at one account: the second is told of the first and keeps what was typed', async ({
  page,
  browser,
  faults,
  server,
}) => {
  const others = await browser.newContext({
    baseURL: server.address,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  });
  faults.watch(others);
  const first = new AccountPage(page);
  const second = new AccountPage(await others.newPage());
  await signIn(second.page, 'accountant');
  await first.open('95900088');
  await second.open('95900088');

  await first.form.getByLabel('Dokumenteret saldo, kr.').fill('-311.253,24');
  await first.form.getByLabel('Initialer').fill('DAN');
  await first.save();
  await first.expectSaved();

  await second.chooseFollowUp();
  await second.finding().typeItems([{ date: '31.10.2023', amount: '450,00', text: 'Afventer bilag' }]);
  await second.save();
  const conflict = second.page
    .getByRole('alert')
    .filter({ hasText: 'Demo Bogholder har ændret kontoen, mens du skrev' });
  await expect(conflict).toContainText('Intet er gemt.');
  await expect(second.finding().amount(1), 'what was typed stays').toHaveValue('450,00');
  await expect(second.finding().text(1)).toHaveValue('Afventer bilag');
  await expect(second.history.getByRole('listitem').first()).toContainText('Demo Bogholder');

  await test.step('nothing of the second was stored', async () => {
    await first.page.reload();
    await expect(first.form.getByRole('radio', { name: /Afstemt uden bemærkninger/ })).toBeChecked();
    await expect(first.form.getByLabel('Dokumenteret saldo, kr.')).toHaveValue('-311.253,24');
  });

  await test.step('the second chooses, and the history tells of both', async () => {
    await conflict.getByRole('button', { name: 'Gem min udgave' }).click();
    await second.expectSaved();
    await second.page.reload();
    const entries = second.history.getByRole('listitem').filter({ has: second.page.getByRole('time') });
    await expect(entries.nth(0)).toContainText('Demo Regnskab');
    await expect(entries.nth(0)).toContainText('450,00');
    await expect(entries.nth(1)).toContainText('Demo Bogholder');
    await expect(second.finding().amount(1)).toHaveValue('450,00');
  });
  await others.close();
});

test('what was typed and not saved is there again after the page was closed', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('95900088');
  await account.chooseFollowUp();
  await account.finding().amount(1).fill('123,45');
  await expect(account.status).toHaveText('Ikke gemt');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('afstemt-kladde/')));
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.getByRole('button', { name: 'Fortsæt med kladden' }).click();
  await expect(account.finding().amount(1)).toHaveValue('123,45');
});
