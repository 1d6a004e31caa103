import { expect, test } from './fixtures.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { AccountPage } from './pages/account-page.ts';
import { signIn } from './sign-in.ts';

const ACCOUNT = '95900088';
const KEPT = /^Ikke gemt: husket \d\d\.\d\d$/;
/** What a browser says of a server that it does not reach. */
const UNREACHED =
  /ERR_CONNECTION_|ERR_SOCKET_|ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|Failed to fetch/;

async function typeDraft(account: AccountPage): Promise<void> {
  await account.open(ACCOUNT);
  await account.chooseFollowUp();
  await account.finding().typeItems([{ date: '31.10.2023', amount: '123,45', text: 'Kladde' }]);
}

/** The server has all of it, and the browser keeps nothing more. */
async function expectKept(account: AccountPage): Promise<void> {
  await expect(account.status).toHaveText(KEPT);
  await account.page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('afstemt-kladde/')));
}

async function expectDraft(account: AccountPage, where: string | RegExp): Promise<void> {
  const notice = account.form.getByRole('status').filter({ hasText: /^Det, du skrev .*, er her igen/ });
  await expect(notice).toContainText(where);
  await expect(account.finding().amount(1)).toHaveValue('123,45');
  await expect(account.finding().text(1)).toHaveValue('Kladde');
}

test('what was typed is there again after the tab was killed, in another browser too, until one discards it', async ({
  page,
  context,
  browser,
  faults,
  server,
}) => {
  const account = new AccountPage(page);
  await typeDraft(account);
  await expectKept(account);
  await expect(page.getByText('Ikke gemt: en konto', { exact: true })).toBeVisible();
  await page.close();

  const reopened = new AccountPage(await context.newPage());
  await reopened.open(ACCOUNT);
  await expectDraft(reopened, 'Du skrev det i denne browser. Det er ikke gemt.');

  const other = new AccountPage(await openElsewhere({ browser, server, faults }, 'accountant2'));
  await other.open(ACCOUNT);
  await expectDraft(other, /Du skrev det i Chrome, (Linux|Windows|macOS)\. Det er ikke gemt\./);

  await test.step('discarding can be undone, and holds everywhere', async () => {
    await other.form.getByRole('button', { name: 'Kassér det' }).click();
    await expect(other.finding().root).toBeHidden();
    await other.form.getByRole('button', { name: 'Fortryd' }).click();
    await expect(other.finding().amount(1)).toHaveValue('123,45');
    await expectKept(other);
    await other.page.reload();
    // With all of a browser goes what it would still send after its page.
    const isTold = other.page.waitForResponse(/\/api\/drafts\/discard$/);
    await other.form.getByRole('button', { name: 'Kassér det' }).click();
    await expect(other.page.getByText('Ikke gemt: en konto', { exact: true })).toBeHidden();
    await isTold;
    await other.page.context().close();
    await reopened.page.reload();
    await reopened.expectAlive();
    await expect(reopened.finding().root).toBeHidden();
  });
});

test('nobody else finds a draft, and saving leaves none', async ({ page }) => {
  const account = new AccountPage(page);
  await typeDraft(account);
  await expectKept(account);
  await signIn(page, 'accountant');
  await account.open(ACCOUNT);
  await account.expectAlive();
  await expect(account.finding().root).toBeHidden();
  await signIn(page, 'accountant2');
  await account.open(ACCOUNT);
  await expectDraft(account, 'i denne browser');
  await account.save();
  await account.expectSaved();
  await page.reload();
  await expect(account.finding().amount(1)).toHaveValue('123,45');
  await expect(account.form.getByText(/er her igen/)).toBeHidden();
  await expect(page.getByText('Ikke gemt: en konto', { exact: true })).toBeHidden();
});

test('leaving asks nothing: going back finds what was typed', async ({ page }) => {
  const account = new AccountPage(page);
  await typeDraft(account);
  await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Konti' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Konti' })).toBeVisible();
  await expect(page).toHaveURL(/\/konti$/);
  await page.goBack();
  await expectDraft(account, 'i denne browser');
  await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Konti' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Konti' })).toBeVisible();
  await page.getByText('Ikke gemt: en konto', { exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(`^${ACCOUNT}`) })
    .first()
    .click();
  await expectDraft(account, 'i denne browser');
});

test('what was typed survives a server that is killed, and a save pressed meanwhile is sent when it is back', async ({
  page,
  faults,
  server,
}) => {
  faults.expect(UNREACHED);
  const account = new AccountPage(page);
  await typeDraft(account);
  await expectKept(account);
  await server.kill();
  await account.finding().text(1).fill('Skrevet uden server');
  await expect(account.status).toHaveText('Uden forbindelse: det, du skriver, gemmes her');
  await expect(page.getByText('Ikke gemt: en konto (1 ikke sendt)')).toBeVisible();
  await account.save();
  await expect(account.status).toHaveText('Ikke gemt: prøver igen');
  await server.startAgain();
  await expect(account.status).toHaveText(/^Gemt \d\d\.\d\d$/, { timeout: 60_000 });
  await page.reload();
  await expect(account.finding().text(1)).toHaveValue('Skrevet uden server');
  await expect(page.getByText(/^Ikke gemt: en konto/)).toBeHidden();
});

test('a server that is stopped in earnest and started again gives the draft back', async ({ page, faults, server }) => {
  faults.expect(UNREACHED);
  const account = new AccountPage(page);
  await typeDraft(account);
  await expectKept(account);
  await page.close();
  await server.end();
  await server.startAgain();
  const again = new AccountPage(await page.context().newPage());
  await again.open(ACCOUNT);
  await expectDraft(again, 'i denne browser');
});

test('offline: what is typed is kept here, and put together with what another stored meanwhile', async ({
  page,
  context,
  browser,
  faults,
  server,
}) => {
  // Two browsers, and waiting for what is sent again.
  test.slow();
  faults.expect(UNREACHED);
  const account = new AccountPage(page);
  await account.open(ACCOUNT);
  await account.expectAlive();
  await context.setOffline(true);
  await account.chooseCategory1();
  await account.form.getByLabel('Initialer').fill('OFF');
  await expect(account.status).toHaveText('Uden forbindelse: det, du skriver, gemmes her');
  await account.save();
  await expect(account.status).toHaveText('Ikke gemt: prøver igen');

  const other = new AccountPage(await openElsewhere({ browser, server, faults }, 'accountant'));
  await other.open(ACCOUNT);
  await other.chooseCategory1();
  await other.form.getByLabel('Dokumenteret saldo, kr.').fill('7,00');
  await other.save();
  await other.expectSaved();
  await other.page.context().close();

  await context.setOffline(false);
  const panel = page.getByRole('region', { name: 'Demo Regnskab har ændret kontoen, mens du skrev' });
  await expect(panel).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText('Flettet af sig selv: 2 felter')).toBeVisible();
  await panel.getByRole('button', { name: 'Gem den samlede udgave' }).click();
  await account.expectSaved();
  await page.reload();
  await expect(account.form.getByLabel('Initialer')).toHaveValue('OFF');
  await expect(account.form.getByLabel('Dokumenteret saldo, kr.')).toHaveValue('7,00');
});

test('signed out meanwhile: what is typed is there again after sign-in', async ({ page, context, faults }) => {
  faults.expect(/401 POST|status of 401/);
  const account = new AccountPage(page);
  await account.open(ACCOUNT);
  await account.expectAlive();
  await context.clearCookies();
  await account.chooseFollowUp();
  await account.finding().typeItems([{ date: '31.10.2023', amount: '123,45', text: 'Kladde' }]);
  await expect(account.form.getByText('Du er logget ud')).toBeVisible();
  await account.form.getByRole('link', { name: 'Log ind igen' }).click();
  await page.getByRole('button', { name: /Demo Bogholder/ }).click();
  await expectDraft(account, 'i denne browser');
  await expectKept(account);
});

test('one person in two tabs: neither draft takes the other away', async ({ page, context }) => {
  const account = new AccountPage(page);
  await account.open(ACCOUNT);
  const other = new AccountPage(await context.newPage());
  // It has begun with what is stored when it tells that it is open.
  const isThere = other.page.waitForResponse(/\/api\/presence$/, { timeout: 60_000 });
  await other.open(ACCOUNT);
  await isThere;
  await account.form.getByLabel('Initialer').fill('EN');
  await expectKept(account);
  await other.form.getByLabel('Initialer').fill('TO');
  const panel = other.page.getByRole('region', { name: /^Du har også skrevet på kontoen i denne browser/ });
  await panel.getByRole('radio', { name: 'Det andet sted EN' }).check();
  await panel.getByRole('button', { name: 'Fortsæt med den samlede udgave' }).click();
  await expect(other.form.getByLabel('Initialer')).toHaveValue('EN');
  await expectKept(other);
});
