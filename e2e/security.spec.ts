import { writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { Page, Request } from '@playwright/test';
import { drawn, readPdf, squeeze } from '#lib/render/testing/read-pdf.ts';
import { demoPath } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReportPage } from './pages/report-page.ts';
import { readSheet } from './read-sheet.ts';
import { digestOfData } from './rights/database.ts';
import { signIn, signInByHttp } from './sign-in.ts';

interface Sent {
  method: string;
  address: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** Sends what a browser would not let a page send. @returns the status */
function send({ method, address, headers, body }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(address, { method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a page sends by itself: what is typed, and who is there. */
const BY_ITSELF = /\/api\/(drafts|presence)$/;

/**
 * The request that the page makes while `act` runs. It is held back, also when the page tries again, until
 * `page.unrouteAll()`: so that it is sent by other hands only.
 */
async function intercept(page: Page, act: () => Promise<void>): Promise<Sent> {
  const { promise: caught, resolve } = Promise.withResolvers<Request>();
  await page.route('**', async (route) => {
    const request = route.request();
    if (request.method() !== 'POST' || BY_ITSELF.test(request.url())) return route.continue();
    resolve(request);
    await route.abort('aborted');
  });
  await act();
  const held = await caught;
  const named = Object.entries(await held.allHeaders()).filter(
    ([name]) => !name.startsWith(':') && name !== 'content-length',
  );
  const headers = { ...Object.fromEntries(named), host: new URL(held.url()).host };
  return { method: 'POST', address: held.url(), headers, body: held.postDataBuffer() };
}

const FOREIGN = ['https://example.dk', 'http://127.0.0.1:1', 'null'];

async function expectRefused(sent: Sent): Promise<void> {
  for (const origin of FOREIGN) {
    expect(await send({ ...sent, headers: { ...sent.headers, origin } }), `${sent.address} from ${origin}`).toBe(403);
  }
  const { origin: _, ...without } = sent.headers;
  expect(await send({ ...sent, headers: without }), `${sent.address} from nowhere`).toBe(403);
}

test('a change of another site’s page is refused at every address, and changes nothing', async ({ page, server }) => {
  test.slow();
  const account = new AccountPage(page);
  await test.step('an account is saved', async () => {
    await account.open('95900015');
    const before = await account.history.getByRole('listitem').count();
    // What is typed is remembered for its writer, whatever becomes of the save.
    const stored = digestOfData(server.folder, ['Draft']);
    await account.finding().amount(1).fill('1,00');
    const save = await intercept(page, () => account.save());
    await expectRefused(save);
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    expect(digestOfData(server.folder, ['Draft'])).toBe(stored);
    await expect(account.history.getByRole('listitem')).toHaveCount(before);
    // The same request by the page's own hand is taken: what was refused was its origin.
    expect(await send(save)).toBe(200);
    expect(digestOfData(server.folder, ['Draft'])).not.toBe(stored);
    await page.reload();
    await page.unrouteAll();
    await expect(account.finding().amount(1)).toHaveValue('1,00');
  });
  await test.step('a register’s word', async () => {
    await page.goto('/2023-12/registre/egenkapital');
    const withdraw = page.getByRole('button', { name: 'Træk tilbage for KFU' });
    await expectRefused(await intercept(page, () => withdraw.click()));
    await page.reload();
    await page.unrouteAll();
    await expect(withdraw).toBeVisible();
  });
  await test.step('a register’s line', async () => {
    await signIn(page, 'administrator');
    await page.goto('/2023-12/registre/sammenligningstal');
    await page.getByRole('grid').getByRole('row', { name: /^2/ }).getByRole('link').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Antal konti' }).fill('1');
    const button = dialog.getByRole('button', { name: 'Gem', exact: true });
    await expectRefused(await intercept(page, () => button.click()));
    await page.goto('/2023-12/registre/sammenligningstal');
    await page.unrouteAll();
    await expect(page.getByRole('grid').getByRole('row', { name: /^2/ })).toContainText('75');
  });
  await test.step('the settings', async () => {
    await page.goto('/indstillinger');
    await page.getByRole('textbox', { name: /^Kommune/ }).fill('En anden kommune');
    await expectRefused(await intercept(page, () => page.getByRole('button', { name: 'Gem indstillinger' }).click()));
    await page.goto('/indstillinger');
    await page.unrouteAll();
    await expect(page.getByRole('textbox', { name: /^Kommune/ })).toHaveValue('Københavns Kommune (demo)');
  });
  await test.step('an import', async () => {
    const desk = new ImportPage(page);
    await desk.open();
    await desk.files.setInputFiles(demoPath('sammenligningstal'));
    const button = page.getByRole('button', { name: 'Se forhåndsvisning' });
    const preview = await intercept(page, () => button.click());
    await expectRefused(preview);
    await expectRefused({ ...preview, address: preview.address.replace('preview', 'store') });
    await page.goto('/import');
    await page.unrouteAll();
    await expect(page.getByRole('table', { name: 'Historik' }).getByRole('row')).toHaveCount(2);
  });
});

test('the server answers to its own machine’s names only', async ({ server }) => {
  const port = new URL(server.address).port;
  const cookie = await signInByHttp(server.address, 'administrator');
  const paths = [
    '/',
    '/2023-12/konti',
    '/api/accounts?period=2023-12&format=csv',
    '/api/templates/organisation?format=csv',
  ];
  for (const path of paths) {
    const ask = (host: string) =>
      send({ method: 'GET', address: `${server.address}${path}`, headers: { host, cookie }, body: null });
    for (const host of ['example.dk', `example.dk:${port}`, `127.0.0.1.example.dk:${port}`]) {
      expect(await ask(host), `${path} as ${host}`).toBe(421);
    }
    expect(await ask(`localhost:${port}`), path).toBeLessThan(400);
  }
});

const MARKUP = '<img src=x onerror=alert(1)><b>fed</b>';
const FORMULA = '=HYPERLINK("http://example.dk";"klik")';

test('markup and formulas are text on page, in the report and in every file', async ({ page, context }, info) => {
  test.slow();
  const account = new AccountPage(page);
  await test.step('typed into every text of an account and a register', async () => {
    await account.open('95900015');
    const finding = account.finding();
    await finding.text(1).fill(`${FORMULA} ${MARKUP}`);
    await finding.field('Ansvarlig').fill(`@SUM(1) ${MARKUP}`);
    await finding.field('Tema').fill(`+1 ${MARKUP}`);
    await finding.field('Problem').fill(`${FORMULA} ${MARKUP}`);
    await finding.field('Aktivitet').fill(`-2+3 ${MARKUP}`);
    await finding.field('Konsekvens').fill(`=1+1 ${MARKUP}`);
    await account.form.getByLabel('Initialer').fill('<b>=1');
    await account.save();
    await account.expectSaved();
    await page.goto('/2023-12/registre/systemafstemninger');
    await page
      .getByRole('grid')
      .getByRole('row', { name: /−4\.013/ })
      .getByRole('link')
      .click();
    const dialog = page.getByRole('dialog');
    for (const label of ['Fagsystem', 'Modtager', 'Ansvarlig', 'Aktiviteter', 'Konsekvens']) {
      await dialog.getByRole('textbox', { name: label }).fill(`=1+2 ${MARKUP}`);
    }
    await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('on the pages', async () => {
    for (const address of [
      'konti/95900015',
      'opfoelgning?udvalg=BIU',
      'registre/systemafstemninger',
      'rapport?udvalg=BIU',
    ]) {
      await page.goto(`/2023-12/${address}`);
      await expect(page.getByRole('main').getByText(MARKUP).first(), address).toBeAttached();
      await expect(page.locator('main img[src="x"]'), address).toHaveCount(0);
    }
  });

  const report = new ReportPage(page);
  await test.step('in PDF and HTML', async () => {
    const { pages } = await readPdf((await report.download('PDF')).bytes);
    const text = pages.map((one) => one.text).join('');
    expect(text).toContain(squeeze(`-2+3 ${MARKUP}`));
    const file = info.outputPath('rapport.html');
    writeFileSync(file, (await report.download('HTML')).bytes);
    const opened = await context.newPage();
    await opened.goto(`file://${file}`);
    await expect(opened.getByText(drawn(`-2+3 ${MARKUP}`)).first()).toBeVisible();
    await expect(opened.locator('img[src="x"], b:text-is("fed")')).toHaveCount(0);
    await opened.close();
  });

  await test.step('in Excel: text that is no formula', async () => {
    const { bytes } = await report.download('Excel');
    const cells = [
      ...(await readSheet(bytes, 'Handleplaner')),
      ...(await readSheet(bytes, 'Systemafstemninger')),
    ].flat();
    expect(cells).toContain(`${FORMULA} ${MARKUP}`);
    expect(cells).toContain(`=1+2 ${MARKUP}`);
    // The one link of each sheet is the report's own, back to its first.
    const ownLink = { text: 'Til forsiden', hyperlink: "#'Forside'!A1" };
    const objects = cells.filter((cell) => typeof cell === 'object' && cell !== null);
    expect(objects.filter((cell) => JSON.stringify(cell) !== JSON.stringify(ownLink))).toEqual([]);
  });

  await test.step('in CSV: no cell that a spreadsheet would reckon with', async () => {
    const list = new ListPage(page);
    for (const address of ['opfoelgning?udvalg=BIU', 'konti?q=95900015', 'registre/systemafstemninger?udvalg=BIU']) {
      await list.open(`/2023-12/${address}`);
      const href = await page.getByRole('link', { name: 'Hent CSV' }).getAttribute('href');
      const text = await (await page.request.get(href ?? '')).text();
      const dangerous = text
        .split(/[;\r\n]/)
        .filter((cell) => /^\ufeff?["\s]*[=+@\t]|^\ufeff?"*-(?![\d.]+,\d\d$)/.test(cell));
      expect(dangerous, address).toEqual([]);
    }
  });
});
