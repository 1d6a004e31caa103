import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** A committee's report in the demo's period. */
export class ReportPage {
  readonly page: Page;
  readonly checks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.checks = page.getByRole('region', { name: 'Kontroller' });
  }

  async open(committee: string): Promise<void> {
    await this.page.goto(`/2023-12/rapport?udvalg=${encodeURIComponent(committee)}`);
    await expect(this.checks).toBeVisible({ timeout: 60_000 });
  }

  /** The figures of a row, the row named by its first cell. */
  async row(table: string, first: string, place = 0): Promise<string[]> {
    const row = this.page
      .getByRole('table', { name: new RegExp(`^${table}`) })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: first, exact: true }) })
      .nth(place);
    await expect(row).toBeVisible();
    return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim().replace('\u2212', '-'));
  }

  /** Makes a file of the report. @returns its name and bytes */
  async download(format: 'PDF' | 'Excel' | 'HTML' | 'JSON'): Promise<{ name: string; bytes: Buffer }> {
    const started = this.page.waitForEvent('download', { timeout: 60_000 });
    await this.page.getByRole('button', { name: new RegExp(`^${format} for `) }).click();
    const download = await started;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
}
