import { totp } from '#lib/auth/testing/totp.ts';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'en helt rimelig sætning';
const NEW = { name: 'Prøve Godkender', email: 'proeve@kommune.example' };

test('a new person comes in by a link, must set up a second factor, and loses a role while signed in', async ({
  page,
  browser,
  baseURL,
  faults,
}) => {
  await signIn(page, 'administrator');
  await page.goto('/administration/log-ind-udbyder');
  await page.getByLabel('Godkendere og administratorer skal have totrinslogin').check();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page.getByText(/^Gemt /)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  // Demo people come by a click, without a password: nothing is asked of them.
  await page.goto('/administration/personer');
  await page.getByRole('button', { name: 'Opret person' }).click();
  await page.getByLabel('Navn').fill(NEW.name);
  await page.getByLabel('E-mail').fill('demo-revisor@afstemt.example');
  await page.getByLabel('Rolle').selectOption({ label: 'Godkender' });
  await page.getByRole('button', { name: 'Opret, og vis engangslink' }).click();
  await expect(page.getByRole('link', { name: 'Der er allerede en person med den e-mail.' })).toBeVisible();
  await page.getByLabel('E-mail').fill(NEW.email);
  await page.getByRole('button', { name: 'Opret, og vis engangslink' }).click();
  const link = new URL((await page.getByText('/velkommen?kode=').textContent()) ?? '');
  expect(await findViolations(page)).toEqual([]);

  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  faults.watch(context);
  const other = await context.newPage();
  await other.goto(link.pathname + link.search);
  await other.getByLabel('Adgangskode').fill(PASSWORD);
  expect(await findViolations(other)).toEqual([]);
  await other.getByRole('button', { name: 'Gem adgangskoden' }).click();
  await expect(other.getByText('Din adgangskode er gemt.')).toBeVisible();
  await other.goto('/2023-12/godkendelse');
  await expect(other).toHaveURL(/\/log-ind\?til=%2F2023-12%2Fgodkendelse$/);
  await other.getByLabel('E-mail').fill(NEW.email);
  await other.getByLabel('Adgangskode').fill(PASSWORD);
  expect(await findViolations(other)).toEqual([]);
  await other.getByRole('button', { name: 'Log ind', exact: true }).click();

  // Nothing else opens before the second factor is on.
  await expect(other).toHaveURL(/\/min-konto$/);
  await other.goto('/2023-12/konti');
  await expect(other).toHaveURL(/\/min-konto$/);
  expect((await context.request.get('/api/accounts?periode=2023-12')).status()).toBe(401);
  await other.getByLabel('Din adgangskode').fill(PASSWORD);
  await other.getByRole('button', { name: 'Begynd' }).click();
  const secret = (await other.getByText(/^[A-Z2-7]{32,}$/).textContent()) ?? '';
  await expect(other.getByRole('list', { name: 'Gendannelseskoder' }).getByRole('listitem')).toHaveCount(10);
  await other.getByLabel('Kode fra appen').fill(totp(secret));
  await other.getByRole('button', { name: 'Slå totrinslogin til' }).click();
  await other.getByRole('button', { name: 'Jeg har gemt koderne' }).click();
  await expect(other.getByRole('heading', { name: 'Sessioner' })).toBeVisible();
  expect(await findViolations(other)).toEqual([]);
  expect((await other.goto('/2023-12/godkendelse'))?.status()).toBe(200);

  // The role is taken elsewhere, and is gone with the next click here.
  await page.getByRole('link', { name: NEW.name }).click();
  await page.getByRole('button', { name: 'Tag rollen fra' }).click();
  await expect(page.getByText('Personen har ingen rolle')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  faults.expect(/404 GET .*godkendelse|status of 404/);
  await other.goto('/2023-12/godkendelse');
  await expect(other.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible();
  await expect(other.getByRole('link', { name: 'Godkendelse' })).toHaveCount(0);
  await other.getByText(NEW.name, { exact: true }).click();
  await other.getByRole('button', { name: 'Log ud' }).click();
  await expect(other).toHaveURL(/\/log-ind$/);
  await context.close();
});
