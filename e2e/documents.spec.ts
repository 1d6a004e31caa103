import { readFile } from 'node:fs/promises';
import { makeDocx, makePdf, makePng, makeSheets, run } from '#lib/documents/testing/documents.ts';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { DocumentsPanel } from './pages/documents-panel.ts';
import { signIn } from './sign-in.ts';

const ACCOUNT = '95900015';
const PDF = { name: 'Kontoudtog 070761-4285.pdf', bytes: makePdf('Udtog for 070761-4285') };

test('documents are chosen, dropped and pasted, looked at, taken away and removed with a trace', async ({ page }) => {
  await signIn(page, 'accountant2');
  await new AccountPage(page).open(ACCOUNT);
  const panel = new DocumentsPanel(page);

  // Many at once: those that cannot be taken say why and keep no other back.
  await panel.choose(
    PDF,
    { name: 'spec.xlsx', bytes: makeSheets({ Saldi: '<row r="2"><c r="B2"><v>707614285</v></c></row>' }) },
    { name: 'side.html', bytes: Buffer.from('<html><script>alert(1)</script>') },
    { name: 'makro.docx', bytes: makeDocx([run('x')], { 'word/vbaProject.bin': 'x' }) },
  );
  await expect(panel.root.getByRole('heading', { name: 'Dokumentation (2)' })).toBeVisible();
  await expect(panel.root.getByRole('alert').filter({ hasText: 'side.html' })).toContainText('tages ikke imod');
  await expect(panel.root.getByRole('alert').filter({ hasText: 'makro.docx' })).toContainText('makroer');
  await panel.root.getByRole('button', { name: 'Fjern beskeden om side.html' }).click();
  await panel.root.getByRole('button', { name: 'Fjern beskeden om makro.docx' }).click();

  const pdf = panel.document(PDF.name);
  await expect(pdf).toContainText('Vedlagt');
  await expect(pdf).toContainText('Demo Bogholder');
  await expect(pdf).toContainText('Side 1: 070761-••••');
  await expect(pdf).toContainText('I navnet: 070761-••••');
  await expect(panel.document('spec.xlsx')).toContainText('Arket Saldi, celle B2: 070761-••••');

  // To an item, by dropping; the same twice is told.
  await panel.root.getByLabel('Nye dokumenter hører til').selectOption({ label: 'Forholdet for BIU' });
  await panel.drop({ name: 'note.txt', bytes: Buffer.from('Ring til banken') });
  await expect(panel.document('note.txt')).toContainText('Forholdet for BIU');
  await panel.drop({ name: 'igen.txt', bytes: Buffer.from('Ring til banken') });
  await expect(panel.root.getByRole('alert')).toContainText('vedlagt i forvejen');
  await panel.root.getByRole('button', { name: 'Fjern beskeden om igen.txt' }).click();

  await panel.pastePicture(makePng(1, 1));
  await expect(panel.document(/skaermklip .*\.png/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // Looked at in a sandbox.
  const address = await pdf.getByRole('link', { name: 'Hent' }).getAttribute('href');
  const headers = (await page.request.get(`${address}?vis=1`)).headers();
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toMatch(/^inline/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  await pdf.getByRole('button', { name: `Vis ${PDF.name}` }).click();
  await expect(page.getByTitle(`Visning af ${PDF.name}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(pdf.getByRole('button', { name: `Vis ${PDF.name}` })).toBeFocused();

  const downloading = page.waitForEvent('download');
  await pdf.getByRole('link', { name: 'Hent' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(PDF.name);
  expect((await readFile(await download.path())).equals(Buffer.from(PDF.bytes))).toBe(true);

  // Removed by keyboard, for a reason.
  await pdf.getByRole('button', { name: `Fjern ${PDF.name}` }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(pdf).toContainText('Feltet skal udfyldes');
  await page.keyboard.type('Indeholder CPR-nummer');
  await page.keyboard.press('Enter');
  await expect(panel.root.getByRole('heading', { name: 'Dokumentation (3)' })).toBeFocused();
  await panel.root.getByText('1 fjernet dokument').click();
  await expect(panel.root).toContainText('Kontoudtog 070761-••••.pdf Fjernet');
  await expect(panel.root).toContainText('Demo Bogholder: Indeholder CPR-nummer');
});

test('who may only read gets no place to attach, and what is not theirs is not there', async ({
  page,
  browser,
  server,
  faults,
}) => {
  await signIn(page, 'accountant2');
  await new AccountPage(page).open(ACCOUNT);
  await new DocumentsPanel(page).choose(PDF);
  await expect(new DocumentsPanel(page).document(PDF.name)).toBeVisible();
  const address = await new DocumentsPanel(page).root.getByRole('link', { name: 'Hent' }).getAttribute('href');

  const other = await browser.newContext({ baseURL: server.address });
  const reader = await other.newPage();
  await signIn(reader, 'auditor');
  await reader.goto(`/2023-12/konti/${ACCOUNT}`);
  const panel = new DocumentsPanel(reader);
  await expect(panel.document(PDF.name)).toBeVisible();
  await expect(panel.root.locator('input[type=file]')).toHaveCount(0);
  await expect(panel.root.getByRole('button', { name: /^Fjern/ })).toHaveCount(0);
  const form = { target: JSON.stringify({ target: 'account', periodId: '2023-12', account: ACCOUNT }) };
  const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
  const refused = await reader.request.post('/api/documents', {
    multipart: { ...form, file },
    headers: { origin: server.address },
  });
  expect(await refused.json()).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] });
  await other.close();

  // Signed out, from another site, too large, and what is no such document.
  const nobody = await browser.newContext({ baseURL: server.address });
  expect((await nobody.request.get(String(address))).status()).toBe(401);
  await nobody.close();
  const foreign = await page.request.post('/api/documents', {
    multipart: { ...form, file },
    headers: { origin: 'https://evil.example' },
  });
  expect(foreign.status()).toBe(403);
  for (const path of ['/api/documents/999', '/api/documents/x', `${address}9`]) {
    expect((await page.request.get(path)).status()).toBe(404);
  }
  faults.expect(/\b(401|403|404)\b/);
});

test('a transfer control has its documentation', async ({ page }) => {
  await signIn(page, 'systemOwner');
  await page.goto('/2023-12/registre/systemafstemninger');
  await page.getByRole('grid').getByRole('row', { name: /KSD/ }).getByRole('link').click();
  const panel = new DocumentsPanel(page);
  await panel.choose({ name: 'kvittering.pdf', bytes: makePdf('Overført') });
  await expect(panel.document('kvittering.pdf')).toBeVisible();
  await expect(page).toHaveURL(/linje=/);
  await page.reload();
  await expect(panel.document('kvittering.pdf')).toBeVisible();
});
