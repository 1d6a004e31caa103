import { expect, test } from './fixtures.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { AccountPage } from './pages/account-page.ts';

test('two people at one account: each sees the other, and the second puts both changes together', async ({
  page,
  browser,
  faults,
  server,
}) => {
  // Each hears of the other within ten seconds, several times.
  test.slow();
  const first = new AccountPage(page);
  const second = new AccountPage(await openElsewhere({ browser, server, faults }, 'accountant'));
  await first.open('95900088');
  await second.open('95900088');

  await test.step('each sees that the other is there, and types', async () => {
    await expect(first.page.getByText('Demo Regnskab har også kontoen åben')).toBeVisible({ timeout: 60_000 });
    await first.form.getByLabel('Initialer').fill('DAN');
    await expect(second.page.getByText('Demo Bogholder skriver på kontoen')).toBeVisible({ timeout: 60_000 });
  });

  // Only the first changes the documented balance, only the second the verdict, and both the initials.
  await first.form.getByLabel('Dokumenteret saldo, kr.').fill('-311.253,24');
  await second.form.getByLabel('Initialer').fill('DRE');
  await second.chooseFollowUp();
  await second.finding().typeItems([{ date: '31.10.2023', amount: '450,00', text: 'Afventer bilag' }]);
  await first.save();
  await first.expectSaved();

  await second.save();
  const panel = second.page.getByRole('region', { name: 'Demo Bogholder har ændret kontoen, mens du skrev' });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('alert')).toContainText('Intet er gemt.');
  await expect(second.finding().amount(1), 'what was typed stays').toHaveValue('450,00');
  await expect(second.history.getByRole('listitem').first()).toContainText('Demo Bogholder');

  await test.step('nothing of the second was stored', async () => {
    await first.page.reload();
    await expect(first.form.getByRole('radio', { name: /Afstemt uden bemærkninger/ })).toBeChecked();
    await expect(first.form.getByLabel('Initialer')).toHaveValue('DAN');
  });

  await test.step('nothing is overwritten without a choice', async () => {
    await panel.getByRole('button', { name: 'Gem den samlede udgave' }).click();
    await expect(panel.getByRole('link')).toHaveText(['Initialer: vælg, hvad der skal gælde']);
  });

  await test.step('the second chooses by keys; what only the first changed is taken over', async () => {
    const initials = panel.getByRole('group', { name: 'Initialer' });
    await panel.getByRole('link', { name: /^Initialer/ }).press('Enter');
    await expect(initials.getByRole('radio', { name: /^Min/ })).toBeFocused();
    await second.page.keyboard.press('ArrowDown');
    await expect(initials.getByRole('radio', { name: 'Demo Bogholder DAN' })).toBeChecked();
    await panel.getByRole('button', { name: 'Gem den samlede udgave' }).press('Enter');
    await second.expectSaved();
    await second.page.reload();
    await expect(second.form.getByLabel('Dokumenteret saldo, kr.')).toHaveValue('-311.253,24');
    await expect(second.form.getByLabel('Initialer')).toHaveValue('DAN');
    await expect(second.finding().amount(1)).toHaveValue('450,00');
    const entries = second.history.getByRole('listitem').filter({ has: second.page.getByRole('time') });
    await expect(entries.nth(0)).toContainText('Demo Regnskab');
    await expect(entries.nth(0)).toContainText('450,00');
    await expect(entries.nth(1)).toContainText('Demo Bogholder');
  });
  await second.page.context().close();
});

test('what another stored is shown to whoever types, and fetched by whoever does not', async ({
  page,
  browser,
  faults,
  server,
}) => {
  // As above.
  test.slow();
  const first = new AccountPage(page);
  const second = new AccountPage(await openElsewhere({ browser, server, faults }, 'accountant'));
  await first.open('95900088');
  await second.open('95900088');
  await first.form.getByLabel('Initialer').fill('ABC');
  await first.chooseCategory1();
  await first.save();
  await first.expectSaved();
  await expect(second.form.getByLabel('Initialer'), 'nothing was typed here').toHaveValue('ABC', { timeout: 60_000 });

  await second.form.getByLabel('Dokumenteret saldo, kr.').fill('5,00');
  await first.form.getByLabel('Initialer').fill('XYZ');
  await first.save();
  await first.expectSaved();
  await second.page.getByRole('button', { name: 'Sammenlign' }).click({ timeout: 60_000 });
  const panel = second.page.getByRole('region', { name: 'Demo Bogholder har ændret kontoen, mens du skrev' });
  await expect(panel.getByText('Flettet af sig selv: 2 felter')).toBeVisible();
  await panel.getByRole('button', { name: 'Fortsæt med den samlede udgave' }).click();
  await expect(second.form.getByLabel('Initialer')).toHaveValue('XYZ');
  await expect(second.form.getByLabel('Dokumenteret saldo, kr.')).toHaveValue('5,00');
  await second.save();
  await second.expectSaved();
  await second.page.context().close();
});
