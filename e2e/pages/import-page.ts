import { expect, type Locator, type Page } from '@playwright/test';

type Files = Parameters<Locator['setInputFiles']>[0];

/** The page *Import*. */
export class ImportPage {
  readonly page: Page;
  readonly files: Locator;
  readonly counts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.files = page.getByLabel('Vælg filer');
    this.counts = page.getByRole('table', { name: 'Hvad hver fil ændrer' });
  }

  async open(period = '2023-12'): Promise<void> {
    await this.page.goto('/import');
    await this.choosePeriod(period);
  }

  async choosePeriod(period: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Periode' }).fill(period);
  }

  /** Chooses the files and asks what they would change. */
  async preview(files: Files): Promise<void> {
    await this.files.setInputFiles(files);
    await this.page.getByRole('button', { name: 'Se forhåndsvisning' }).click();
  }

  async store(): Promise<void> {
    await this.page.getByRole('button', { name: 'Gem import' }).click();
    await expect(this.page.getByRole('heading', { name: 'Importen er gemt' })).toBeFocused({ timeout: 60_000 });
  }

  /** A kind's line of the preview: read, new, changed, gone, unchanged, kept, sum before, sum after. */
  async countsOf(kind: string): Promise<string[]> {
    const row = this.counts.getByRole('row', { name: new RegExp(`^${kind}`) });
    await expect(row).toBeVisible({ timeout: 60_000 });
    return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim());
  }

  /** The errors that are shown: file, row, column, value, message. */
  async errors(): Promise<string[][]> {
    const table = this.page.getByRole('table', { name: /fejl i filerne$/ });
    await expect(table).toBeVisible({ timeout: 60_000 });
    return table
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.slice(1).map((row) => Array.from((row as HTMLTableRowElement).cells, (cell) => cell.textContent.trim())),
      );
  }

  async restart(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ryd og begynd forfra' }).click();
  }
}
