import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

test.use({ role: 'administrator' });

/** A balance just over what is read in memory: two accounts, one the other's opposite, with long texts beside. */
function largeBalance(lines: number): { name: string; mimeType: string; buffer: Buffer } {
  const text = 'Postering fra fagsystemet'.padEnd(80, '.');
  const rows = Array.from(
    { length: lines },
    (_, index) => `9010000${index % 2};Stor konto ${index % 2};9.22.01;${index % 2 === 0 ? '' : '-'}1,25;${text}\r\n`,
  );
  const buffer = Buffer.from(`Konto;Kontonavn;IM-funktion;Saldo;Tekst\r\n${rows.join('')}`);
  return { name: 'posteringer.csv', mimeType: 'text/csv', buffer };
}

const LINES = 240_000;

/** Sends what the page sends as over a slow line. @returns lets it go as fast as it can again */
async function slowDown(page: Page, bytesPerSecond: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: bytesPerSecond });
  return async () => {
    await session.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
    await session.detach();
  };
}

/** Keeps back that the file is read, once it has been sent. @returns lets it be read */
async function holdReading(page: Page): Promise<() => void> {
  const { promise: held, resolve: letRead } = Promise.withResolvers<void>();
  await page.route(/\/api\/import\/uploads\/[^/?]+$/, async (route) => {
    await held;
    await route.continue();
  });
  return letRead;
}

test('a large file is sent, read with progress, cancelled, sent again, previewed and stored', async ({
  page,
  server,
}) => {
  test.slow();
  const uploads = () => {
    try {
      return readdirSync(path.join(server.folder, 'uploads'));
    } catch {
      return [];
    }
  };
  const desk = new ImportPage(page);
  await desk.open('2023-11');
  await desk.files.setInputFiles(largeBalance(LINES), { timeout: 60_000 });
  const sum = page.getByRole('checkbox', { name: /Læg linjer på samme konto sammen/ });
  await expect(sum).not.toBeChecked();
  await sum.check();

  const show = page.getByRole('button', { name: 'Se forhåndsvisning' });
  // Cancelled while part of it has arrived, however fast the machine is.
  const speedUp = await slowDown(page, 2_000_000);
  await show.click();
  await expect(page.getByText('posteringer.csv, kB')).toBeVisible();
  await expect.poll(uploads).not.toEqual([]);
  await page.getByRole('button', { name: 'Annullér' }).click();
  await expect(show).toBeFocused();
  await expect.poll(uploads).toEqual([]);
  await speedUp();

  const letRead = await holdReading(page);
  await show.click();
  await expect(page.getByRole('progressbar', { name: 'Læser posteringer.csv, kB' })).toBeVisible({ timeout: 60_000 });
  letRead();
  await expect(page.getByRole('heading', { name: 'Forhåndsvisning af periode 2023-11' })).toBeVisible({
    timeout: 60_000,
  });
  expect((await desk.countsOf('Saldobalance')).slice(0, 2)).toEqual(['240.000', '2']);
  await desk.store();
  await expect.poll(uploads).toEqual([]);
  await page.goto('/2023-11/konti/90100000');
  await expect(page.getByText('150.000,00').first()).toBeVisible();
});
