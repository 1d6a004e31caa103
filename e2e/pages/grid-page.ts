import { expect, type Locator } from '@playwright/test';
import { ListPage } from './list-page.ts';

/** A list as a grid of cells: by line and column from 0 among those shown. */
export class GridPage extends ListPage {
  override async open(address: string): Promise<void> {
    await super.open(address);
    await expect(this.cell(0, 0)).toBeVisible();
  }

  cell(line: number, column: number): Locator {
    return this.grid.locator(`tr[data-line="${line}"] td[data-column="${column}"]`);
  }

  async text(line: number, column: number): Promise<string> {
    return (await this.cell(line, column).textContent()) ?? '';
  }

  async texts(lines: readonly number[], column: number): Promise<string[]> {
    return Promise.all(lines.map((line) => this.text(line, column)));
  }

  /** Goes to a cell by the mouse, beside what stands in it, so that no link is followed. */
  async goTo(line: number, column: number): Promise<void> {
    const box = await this.cell(line, column).boundingBox();
    await this.cell(line, column).click({ position: { x: (box?.width ?? 40) - 6, y: 6 } });
    await expect(this.grid).toBeFocused();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The line and column that a screen reader is told. */
  async place(): Promise<string> {
    return this.grid.evaluate((grid) => {
      const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
      return `${active?.closest('tr')?.dataset.line}.${active?.dataset.column}`;
    });
  }

  async selected(): Promise<number> {
    return this.grid.locator('td[aria-selected="true"]').count();
  }

  async copied(kind: 'text/plain' | 'text/html' = 'text/plain'): Promise<string> {
    return this.page.evaluate(async (type) => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes(type) ? (await item.getType(type)).text() : '';
    }, kind);
  }

  /** Puts a text on the clipboard, as another program does, and pastes it. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  async expectSaved(): Promise<void> {
    const saved = this.page.getByRole('status').filter({ hasText: /^Gemt \d\d\.\d\d$/ });
    await expect(saved).toBeVisible({ timeout: 60_000 });
  }
}
