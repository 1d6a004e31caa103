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
    const bar = this.page.getByRole('search');
    const own = bar.locator('summary').getByText(label, { exact: true });
    // Those that are asked for less often open together.
    if ((await own.count()) === 0) await bar.getByRole('button', { name: 'Flere filtre' }).click();
    await own.click();
    await this.page.getByRole('group', { name: label }).getByRole('checkbox', { name: value }).check();
    await this.page.keyboard.press('Escape');
  }

  async sort(column: string): Promise<void> {
    await this.head(column).click();
  }

  /** What orders by a column when it is pressed. */
  head(column: string): Locator {
    return this.grid.getByRole('columnheader', { name: column }).getByRole('button').first();
  }

  /** Opens the menu of a column's head. @returns what it shows */
  async menu(column: string): Promise<Locator> {
    await this.head(column).focus();
    await this.page.keyboard.press('Alt+ArrowDown');
    const menu = this.page.getByRole('dialog', { name: `Sortér, filtrér og gruppér ${column}` });
    // It takes the focus once it stands in its place.
    await expect(menu.locator(':focus')).toHaveCount(1);
    return menu;
  }

  /** Puts a condition on a column: the operator by its word, and the values as they are typed. */
  async condition(column: string, operator: string, ...values: string[]): Promise<void> {
    const menu = await this.menu(column);
    await menu.getByRole('combobox', { name: 'Betingelse' }).selectOption(operator);
    for (const [place, value] of values.entries())
      await menu.getByRole('textbox', { name: place === 0 ? 'Værdi' : 'Til' }).fill(value);
    await menu.getByRole('button', { name: 'Filtrér' }).click();
  }

  /** The heads, in their order. */
  async heads(): Promise<(string | null)[]> {
    return this.grid
      .getByRole('columnheader')
      .evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label')).filter((name) => name !== null));
  }

  /** What the rows in view say in the column of that number, from 0; where rows are ticked is none. */
  async column(place: number): Promise<string[]> {
    return this.grid.getByRole('row').evaluateAll(
      (rows, cell) =>
        rows.slice(1).map((row) => {
          const cells = [...(row as HTMLTableRowElement).cells].filter((one) => !one.querySelector('[type=checkbox]'));
          return cells[cell]?.textContent ?? '';
        }),
      place,
    );
  }
}
