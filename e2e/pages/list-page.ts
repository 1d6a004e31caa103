import { expect, type Locator, type Page } from '@playwright/test';

/** A page with a list: *Konti*, *Opfølgning* or a register. */
export class ListPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid');
    this.status = page.getByRole('status').filter({ hasText: /\d rækker?/ });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.grid).toBeVisible();
  }

  /** Ticks a value of a filter, and closes the filter again. */
  async filter(label: string, value: string | RegExp): Promise<void> {
    const menu = this.page.getByRole('search').getByText(label, { exact: true });
    await menu.click();
    await this.page.getByRole('group', { name: label }).getByRole('checkbox', { name: value }).check();
    await this.page.keyboard.press('Escape');
  }

  async sort(column: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  /** What the rows in view say in the column of that number, from 0. */
  async column(place: number): Promise<string[]> {
    return this.grid
      .getByRole('row')
      .evaluateAll(
        (rows, cell) => rows.slice(1).map((row) => (row as HTMLTableRowElement).cells[cell]?.textContent ?? ''),
        place,
      );
  }
}
