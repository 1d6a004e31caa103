import { textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { holdScripts } from './hold-scripts.ts';
import { AccountPage } from './pages/account-page.ts';
import { ImportPage } from './pages/import-page.ts';

/* What a person does with a page that is seen already, and whose scripts are still on their way. */

test('what is typed and chosen before the page has come alive is not lost, and nothing can be pressed yet', async ({
  page,
}) => {
  const account = new AccountPage(page);
  const finding = account.finding();
  const initials = account.form.getByLabel('Initialer');
  const method = account.form.getByLabel('Metode');
  const save = account.form.getByRole('button', { name: 'Gem', exact: true });
  const letThrough = await holdScripts(page);
  await page.goto('/2023-12/konti/95900015', { waitUntil: 'commit' });
  await initials.fill('FØR');
  await method.selectOption('Specifikation af saldoen');
  await finding.field('Problem').fill('Skrevet, før siden var klar.');
  await finding.chooseCategory(3);
  await expect(save).toBeDisabled();
  // The browser would send the form, and come back with the page as it is stored.
  await initials.press('Enter');

  const expectTyped = async () => {
    await expect(initials).toHaveValue('FØR');
    await expect(method.locator('option:checked')).toHaveText('Specifikation af saldoen');
    await expect(finding.field('Problem')).toHaveValue('Skrevet, før siden var klar.');
    await expect(finding.root.getByRole('radio', { name: /Ikke afstemt/ })).toBeChecked();
  };
  await letThrough();
  await expect(save).toBeEnabled();
  await expectTyped();
  await expect(account.status).toHaveText(/^Ikke gemt: husket/);
  await page.reload();
  await expect(account.form.getByText(/er her igen/)).toBeVisible();
  await expectTyped();
});

test('a page that is opened anew before it has come alive holds what is stored', async ({ page }) => {
  const account = new AccountPage(page);
  const initials = account.form.getByLabel('Initialer');
  await account.open('90100007');
  const stored = await initials.inputValue();
  const letThrough = await holdScripts(page);
  await page.goto('/2023-12/konti/90100007', { waitUntil: 'commit' });
  await initials.fill('FØR');
  await page.reload({ waitUntil: 'commit' });
  await expect(account.form).toBeVisible();
  await letThrough();
  await expect(account.form.getByRole('button', { name: 'Gem', exact: true })).toBeEnabled();
  await expect(initials).toHaveValue(stored);
  await expect(account.form.getByText(/er her igen/)).toBeHidden();
});

test.describe('at sign-in', () => {
  test.use({ role: null });

  test('name and password that are put in before the page has come alive are both there', async ({ page, faults }) => {
    faults.expect(/401 POST|status of 401/);
    const email = page.getByLabel('E-mail');
    const password = page.getByLabel('Adgangskode');
    const letThrough = await holdScripts(page);
    await page.goto('/log-ind', { waitUntil: 'commit' });
    await email.fill('en@afstemt.example');
    await password.fill('en helt rimelig sætning');
    await letThrough();
    await expect(page.getByRole('button', { name: 'Log ind', exact: true })).toBeEnabled();
    // What is drawn anew holds what the page knows.
    await page.getByRole('button', { name: 'Log ind', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(email).toHaveValue('en@afstemt.example');
    await expect(password).toHaveValue('en helt rimelig sætning');
  });
});

test.describe('on the page *Import*', () => {
  test.use({ role: 'administrator' });

  test('a file that is chosen before the page has come alive is chosen', async ({ page }) => {
    const desk = new ImportPage(page);
    const letThrough = await holdScripts(page);
    await page.goto('/import', { waitUntil: 'commit' });
    await desk.choosePeriod('2023-11');
    await desk.files.setInputFiles(textFile('saldo.csv', 'Konto;Kontonavn;IM-funktion;Saldo\r\n'));
    await letThrough();
    await expect(page.getByRole('table', { name: 'Valgte filer' }).getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('textbox', { name: 'Periode' })).toHaveValue('2023-11');
  });
});
