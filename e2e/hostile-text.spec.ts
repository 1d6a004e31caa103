import { readDemo } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { readSheet } from './read-sheet.ts';
import { versionOf } from './rights/action-line.ts';
import { Caller } from './rights/caller.ts';
import { query } from './rights/database.ts';
import type { Server } from './server.ts';
import { signIn } from './sign-in.ts';

test.use({ role: 'administrator' });

const MARKUP = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
/** What a spreadsheet would reckon with, by what it begins with, and markup after it. */
const FORMULAS = ['=1+1', '+1', '-1+2', '@SUM(1)', '=HYPERLINK("http://example.dk","x")', '\t=1'];
let used = 0;

/** A hostile text, each with another beginning. */
function hostile(): string {
  used += 1;
  return `${FORMULAS[used % FORMULAS.length]} ${MARKUP}`;
}

const PERIOD = '2023-12';
const PAGE = '/2023-12/konti/91500001';

async function importNames({ address }: Server, administrator: Caller): Promise<void> {
  const balance = readDemo('saldobalance').replace(
    /^91500001;[^;]*;/m,
    `91500001;"=2+3 ${MARKUP.replaceAll('"', '""')}";`,
  );
  const organisation = readDemo('organisation').replace(
    'Kultur- og Fritidsudvalget',
    `"=3+4 ${MARKUP.replaceAll('"', '""')}"`,
  );
  let digest = '';
  for (const step of ['preview', 'store']) {
    const form = new FormData();
    const fields = { period: PERIOD, amounts: '', overwrite: 'false', digest };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    for (const [name, text] of Object.entries({ '=saldo <b>.csv': balance, 'organisation.csv': organisation })) {
      form.append('file', new File([text], name));
      form.append('kind', 'auto');
    }
    const answer = JSON.parse((await administrator.post(`/api/import/${step}`, form)).text);
    expect(answer, `${address}: ${step} ${JSON.stringify(answer).slice(0, 600)}`).toMatchObject({ ok: true });
    digest = answer.digest;
  }
}

/** Puts a hostile text into every text that people type, but for those of an account's form (security.spec.ts). */
async function typeEverywhere(server: Server): Promise<void> {
  const administrator = await Caller.signedInAs(server.address, 'administrator');
  const accountant = await Caller.signedInAs(server.address, 'accountant2');
  const approver = await Caller.signedInAs(server.address, 'approver');
  await importNames(server, administrator);
  const done = async (what: Promise<string | null>) => expect(await what).toBeNull();
  const [found] = query<{ itemKey: string; postingDate: string; stepKey: string }>(
    server.folder,
    `SELECT i.key AS itemKey, i.postingDate, s.key AS stepKey FROM Finding f JOIN Item i ON i.findingId = f.id
     JOIN PlanStep s ON s.findingId = f.id WHERE f.accountNumber = '91500001'`,
  );
  const place = { periodId: PERIOD, account: '91500001', committee: 'KFU' };
  const settling = { itemKey: found?.itemKey, kind: 'settled', date: found?.postingDate, amount: 100n };
  await done(accountant.refusal('settleItemAction', { ...place, ...settling, voucher: hostile(), reason: hostile() }));
  const step = { ...place, stepKey: found?.stepKey };
  await done(accountant.refusal('moveDeadlineAction', { ...step, to: '2024-09-30', reason: hostile() }));
  const mentions = ['demo-godkender'];
  await done(accountant.refusal('saveComment', { ...place, text: hostile(), mentions }));
  await done(accountant.refusal('saveComment', { ...place, committee: null, text: hostile(), mentions }));
  for (const reason of ['', hostile()]) {
    const form = new FormData();
    form.set('target', JSON.stringify({ target: 'account', periodId: PERIOD, account: '91500001' }));
    form.set(
      'file',
      new File([`Bilag ${reason.length}`], `=4+5 ${MARKUP.replace(/[<>"/]/g, '’')}${reason.length}.txt`),
    );
    const answer = JSON.parse((await accountant.post('/api/documents', form)).text);
    expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
    if (reason !== '') await done(accountant.refusal('removeDocument', { id: answer.attachment.id, reason }));
  }
  const accounts = () => [{ account: '91500001', version: versionOf(server.folder, '91500001') }];
  await done(accountant.refusal('submitAccounts', { periodId: PERIOD, accounts: accounts() }));
  await done(
    approver.refusal('returnAccounts', {
      periodId: PERIOD,
      accounts: accounts(),
      reason: hostile(),
    }),
  );
  await done(accountant.refusal('dropStepAction', { ...step, reason: hostile() }));
  const person = { name: hostile(), email: 'fjendtlig@afstemt.example', roles: [] };
  await done(administrator.refusal('addPersonAction', person));
  const settings = { municipality: hostile(), serviceCentreCode: 'KS', serviceCentreName: hostile() };
  const systems = { erpSystem: hostile(), debtorSystem: hostile() };
  await done(administrator.refusal('saveSettings', { ...settings, ...systems }));
  await done(administrator.refusal('openNextPeriodAction', { from: PERIOD, to: '2024-01' }));
  await done(administrator.refusal('closePeriodAction', { periodId: PERIOD, confirmed: true }));
  await done(administrator.refusal('reopenPeriodAction', { periodId: PERIOD, reason: hostile() }));
}

test('hostile texts are texts: on every page, in every list’s file', async ({ page, server }) => {
  test.slow();
  await typeEverywhere(server);
  const person = query<{ id: string }>(server.folder, `SELECT id FROM Person WHERE email LIKE 'fjendtlig%'`)[0]?.id;
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.blockedURI}`));
  });
  const pages = {
    administrator: [
      '/2023-12',
      '/2023-12/konti?q=91500001',
      PAGE,
      '/2023-12/opfoelgning?udvalg=KFU',
      '/2023-12/rapport?udvalg=KFU',
      '/2024-01/bro',
      '/2024-01/konti/91500001',
      '/revisionsspor',
      '/revisionsspor?id=91500001',
      '/administration/personer',
      `/administration/personer/${person}`,
      '/administration/perioder',
      '/administration/struktur',
      '/import/2',
      '/import/historik',
      '/indstillinger',
    ],
    accountant2: [PAGE, '/mine-opgaver', '/2023-12/registre/egenkapital'],
    approver: ['/mine-opgaver', '/2023-12/godkendelse'],
  } as const;
  let shown = 0;
  for (const [role, addresses] of Object.entries(pages)) {
    await signIn(page, role as keyof typeof pages);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/^Henter …$/)).toHaveCount(0);
      expect(await page.evaluate(() => 'pwned' in window), address).toBe(false);
      await expect(page.locator('img[src="x"]'), address).toHaveCount(0);
      shown += await page.getByText('<img src=x').count();
    }
  }
  expect(shown, 'they are shown as they were typed').toBeGreaterThan(10);

  await signIn(page, 'administrator');
  const exports = [
    '/api/accounts?period=2023-12',
    '/api/findings?period=2023-12',
    '/api/bridge?period=2024-01',
    '/api/bridge?period=2024-01&samling=konto',
    '/api/trail?',
  ];
  for (const address of exports) {
    await test.step(address, async () => {
      // The trail tells of every account, more than once.
      const timeout = 120_000;
      const csv = await (await page.request.get(`${address}&format=csv`, { timeout })).text();
      const dangerous = csv
        .split(/[;\r\n]/)
        .filter((cell) => /^\ufeff?["\s]*[=+@\t]|^\ufeff?"*-(?![\d.]+(,\d\d)?"?$)/.test(cell));
      expect(dangerous).toEqual([]);
      const xlsx = await (await page.request.get(`${address}&format=xlsx`, { timeout })).body();
      const cells = (await readSheet(xlsx, 1)).flat();
      const reckoned = cells.filter((cell) => typeof cell === 'object' && cell !== null && !(cell instanceof Date));
      expect(reckoned).toEqual([]);
    });
  }
});
