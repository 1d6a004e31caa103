import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';

/* All committees' reports at once, and the web edition as somebody reads it who has nothing but the folder. */

const FORMATS = ['PDF', 'Excel', 'Indstilling (Word)', 'Webudgave', 'HTML', 'JSON'];

/** Opens the page and leaves only these formats chosen. */
async function choose(page: Page, formats: readonly string[]): Promise<void> {
  await page.goto('/2023-12/rapport');
  await page.getByRole('link', { name: 'Hent alle rapporter på én gang' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alle rapporter på én gang');
  for (const format of FORMATS) {
    const box = page.getByRole('group', { name: 'Formater' }).getByRole('checkbox', { name: format, exact: false });
    await box.setChecked(formats.includes(format));
  }
}

async function fetchParts(page: Page): Promise<Record<string, Uint8Array>> {
  const link = page.getByRole('link', { name: /^Hent aarsrapporter/ });
  await expect(link).toBeFocused({ timeout: 120_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return unzipSync(readFileSync(await download.path()));
}

test('one click gives all reports, each file as the manifest says', async ({ page }) => {
  test.slow();
  await choose(page, ['Indstilling (Word)', 'HTML', 'JSON']);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lav zip-filen' }).click();
  const parts = await fetchParts(page);
  const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
  expect(manifest.files).toHaveLength(21);
  for (const { name, sha256 } of manifest.files) {
    expect(
      createHash('sha256')
        .update(parts[name] ?? '')
        .digest('hex'),
      name,
    ).toBe(sha256);
  }
  expect(await findViolations(page)).toEqual([]);

  // The same again is there already; nothing chosen is said.
  await page.getByRole('button', { name: 'Lav zip-filen' }).click();
  await expect(page.getByText('21 af dem var lavet i forvejen.')).toBeVisible();
  for (const format of FORMATS) {
    await page.getByRole('group', { name: 'Formater' }).getByRole('checkbox', { name: format }).uncheck();
  }
  await page.getByRole('button', { name: 'Lav zip-filen' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Vælg mindst ét format.' })).toBeVisible();
});

test('work that is cancelled goes on where it was', async ({ page }) => {
  test.slow();
  await choose(page, ['PDF', 'JSON', 'HTML']);
  await page.getByRole('button', { name: 'Lav zip-filen' }).click();
  await expect(page.getByRole('progressbar', { name: 'Laver filerne …' })).toHaveAttribute('value', /^[1-9]/);
  await page.getByRole('button', { name: 'Annullér' }).click();
  await expect(page.getByText(/af 21 filer nåede at blive lavet/)).toBeVisible();
  await page.getByRole('button', { name: 'Lav zip-filen' }).click();
  await expect(page.getByText(/var lavet i forvejen\./)).toBeVisible({ timeout: 120_000 });
});

test('the web edition is read, searched and followed from a disk', async ({ page, browser }) => {
  // A long page and the front page, looked through in light and dark, after all of them were made.
  test.setTimeout(300_000);
  await choose(page, ['Webudgave', 'JSON']);
  await page.getByRole('button', { name: 'Lav zip-filen' }).click();
  const parts = await fetchParts(page);
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-web-'));
  try {
    for (const [name, bytes] of Object.entries(parts)) {
      if (!name.startsWith('web/')) continue;
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    const front = pathToFileURL(path.join(folder, 'web', 'index.html')).href;

    await test.step('without script', async () => {
      const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await plain.goto(front);
      await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Årsrapportering på balancen 2023');
      await expect(plain.getByRole('searchbox')).toHaveCount(0);
      await plain.getByRole('link', { name: 'Beskæftigelses- og Integrationsudvalget', exact: true }).click();
      await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Beskæftigelses- og Integrationsudvalget');
      await plain
        .getByRole('link', { name: /Handleplaner/ })
        .first()
        .click();
      await expect(plain.getByRole('article').filter({ hasText: '95900015' }).last()).toBeInViewport();
      await expect(
        plain
          .getByRole('table', { name: /Tabel 2\.1/ })
          .getByRole('columnheader')
          .first(),
      ).toContainText('IM-funktion');
      await plain.context().close();
    });

    await test.step('each page is accessible, light and dark', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const reader = await (await browser.newContext({ colorScheme })).newPage();
        for (const name of ['index.html', 'biu/index.html']) {
          await reader.goto(new URL(name, front).href);
          expect(await findViolations(reader)).toEqual([]);
        }
        await reader.context().close();
      }
    });

    await test.step('the search works by keyboard', async () => {
      const reader = await (await browser.newContext()).newPage();
      const faults: string[] = [];
      reader.on('pageerror', (error) => faults.push(error.message));
      reader.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await reader.goto(front);
      await reader.keyboard.press('/');
      await expect(reader.getByRole('searchbox', { name: 'Søg i rapporterne' })).toBeFocused();
      await reader.keyboard.type('opfoelgn');
      await expect(reader.getByRole('status')).toHaveText(/sted/);
      await reader.getByRole('searchbox').fill('afregning a-skat 95900015');
      await expect(reader.getByRole('status')).toHaveText(/^\d+ sted(er)?$/);
      await reader.keyboard.press('ArrowDown');
      await expect(reader.getByRole('list', { name: 'Fundet' }).getByRole('link').first()).toBeFocused();
      await reader.keyboard.press('Escape');
      await expect(reader.getByRole('searchbox')).toBeFocused();
      await reader.getByRole('searchbox').fill('findesikke');
      await expect(reader.getByRole('status')).toContainText('Intet fundet');
      // Whoever presses Enter at once comes to what was typed last.
      await reader.getByRole('searchbox').fill('Handleplan 95900015');
      await reader.keyboard.press('Enter');
      await expect(reader).toHaveURL(/biu\/index\.html#konto-95900015$/);
      await expect(reader.locator('#konto-95900015')).toBeInViewport();
      expect(faults).toEqual([]);
      // Last, because axe fetches the style sheet, which a page from a disk may not.
      await reader.getByRole('searchbox').fill('opfølgning');
      await expect(reader.getByRole('list', { name: 'Fundet' }).getByRole('link').first()).toBeVisible();
      expect(await findViolations(reader)).toEqual([]);
      await reader.context().close();
    });

    await test.step('every link leads somewhere', async () => {
      const reader = await (await browser.newContext()).newPage();
      const seen = new Set<string>();
      const waiting = [front];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { href: bare } = Object.assign(new URL(next), { hash: '' });
        if (seen.has(bare)) continue;
        seen.add(bare);
        expect((await reader.goto(bare))?.ok() ?? true, bare).toBe(true);
        const links = await reader
          .locator('a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
        for (const link of links) {
          const { protocol, hash, href } = new URL(link);
          expect(protocol, link).toBe('file:');
          if (hash !== '' && link.startsWith(bare)) {
            expect(
              await reader.evaluate((id) => document.getElementById(id) !== null, decodeURIComponent(hash.slice(1))),
              link,
            ).toBe(true);
          }
          waiting.push(href);
        }
      }
      expect(seen.size).toBe(8);
      await reader.context().close();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.describe('the cover note’s template', () => {
  test.use({ role: 'administrator' });

  test('is fetched, brought changed, and refused with the names of fields that there are none of', async ({ page }) => {
    await page.goto('/indstillinger');
    const section = page.getByRole('region', { name: 'Indstilling til dagsordenen' });
    await expect(section.getByText('Programmets skabelon bruges.')).toBeVisible();
    const link = section.getByRole('link', { name: 'Hent skabelonen' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const parts = unzipSync(readFileSync(await download.path()));
    const withWords = (words: string) => {
      const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('{titel}', words);
      return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(main) }));
    };
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const bring = (name: string, words: string) =>
      section.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: withWords(words) });
    await bring('forkert.docx', '{kommunenavn}');
    await expect(section.getByRole('alert')).toHaveText('Skabelonen har felter, der ikke findes: {kommunenavn}');
    await bring('vores.docx', 'Vores {titel}');
    await expect(section.getByText('Kommunens egen skabelon: vores.docx')).toBeVisible();
    await page.reload();
    await expect(section.getByText('Kommunens egen skabelon: vores.docx')).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await section.getByRole('button', { name: 'Brug programmets skabelon' }).click();
    await expect(section.getByText('Programmets skabelon bruges.')).toBeVisible();
  });
});
