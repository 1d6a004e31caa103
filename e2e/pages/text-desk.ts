import { expect, type Locator, type Page } from '@playwright/test';

/** A text of a committee's report, open where it stands in it. */
export class TextDesk {
  readonly page: Page;
  readonly name: string;
  readonly desk: Locator;
  readonly text: Locator;
  readonly figures: Locator;

  /** @param title the heading that it stands under */
  constructor(page: Page, title: string, owner: 'own' | 'shared' = 'own') {
    this.page = page;
    this.name = `${owner === 'own' ? 'Udvalgets' : 'Fælles'} tekst: ${title}`;
    this.desk = page.getByRole('region', { name: this.name });
    this.text = page.getByRole('textbox', { name: this.name });
    this.figures = page.getByRole('listbox', { name: 'Tal i rapporten' });
  }

  async open(committee: string): Promise<void> {
    await this.page.goto(`/2023-12/rapport?udvalg=${encodeURIComponent(committee)}`);
    await this.page.getByRole('link', { name: this.name }).click();
    await this.expectOpen();
  }

  /** One can write: what the report's figures are has been worked out and fetched. */
  async expectOpen(): Promise<void> {
    await expect(this.text).toBeFocused({ timeout: 60_000 });
  }

  async expectKept(): Promise<void> {
    await expect(this.desk.getByText(/^Ikke gemt: husket \d\d\.\d\d$/)).toBeVisible();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.expectSaved();
  }

  async expectSaved(): Promise<void> {
    await expect(this.desk.getByText(/^Gemt \d\d\.\d\d$/)).toBeVisible();
  }

  async close(): Promise<void> {
    await this.desk.getByRole('button', { name: 'Luk', exact: true }).click();
    await expect(this.desk).toBeHidden();
  }
}
