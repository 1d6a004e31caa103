import { expect, type Locator, type Page } from '@playwright/test';

export interface TypedItem {
  date: string;
  amount: string;
  text?: string;
}

/** An account's page in the demo's period. */
export class AccountPage {
  readonly page: Page;
  readonly form: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('form', { name: 'Afstemning af kontoen' });
    this.status = this.form.getByRole('status').and(page.locator('[data-kind]'));
  }

  async open(account: string): Promise<void> {
    await this.page.goto(`/2023-12/konti/${account}`);
    await expect(this.form).toBeVisible();
  }

  /** What this browser kept of the account is in its form, once it can be saved. */
  async expectAlive(): Promise<void> {
    await expect(this.form.getByRole('button', { name: 'Gem', exact: true })).toBeEnabled();
  }

  async chooseCategory1(): Promise<void> {
    await this.form.getByRole('radio', { name: /Afstemt uden bemærkninger/ }).check();
  }

  async chooseFollowUp(): Promise<void> {
    await this.form.getByRole('radio', { name: 'Til opfølgning (kategori 2 eller 3)' }).check();
  }

  /** The finding of that number, from 1. */
  finding(number = 1): FindingForm {
    return new FindingForm(this.form.getByRole('region', { name: new RegExp(`^Forhold ${number}:`) }));
  }

  /** A line of the account's arithmetic. */
  figure(term: string): Locator {
    const lines = this.page.getByRole('region', { name: 'Beregning, kr.' });
    return lines.getByRole('definition').and(lines.locator(`dt:text-is("${term}") + dd`));
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: 'Gem', exact: true }).click();
  }

  /** Saves and sends, although nothing says what the balance was held against: that is asked once. */
  async sendUndocumented(): Promise<void> {
    await this.form.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    await this.form.getByRole('button', { name: 'Send uden dokumenteret saldo' }).click();
  }

  async expectSaved(): Promise<void> {
    await expect(this.status).toHaveText(/^Gemt \d\d\.\d\d$/);
  }

  /** What happened to the account, newest first. */
  get history(): Locator {
    return this.page.getByRole('region', { name: 'Historik' });
  }
}

/** The form of one committee's finding. */
export class FindingForm {
  readonly root: Locator;

  constructor(root: Locator) {
    this.root = root;
  }

  async chooseCategory(category: 2 | 3): Promise<void> {
    const word = category === 2 ? /Afstemt til opfølgning/ : /Ikke afstemt/;
    await this.root.getByRole('radio', { name: word }).check();
  }

  date(item: number): Locator {
    return this.root.getByLabel(`Bogført, post ${item}`);
  }

  amount(item: number): Locator {
    return this.root.getByLabel(`Beløb, post ${item}`);
  }

  text(item: number): Locator {
    return this.root.getByLabel(`Tekst, post ${item}`);
  }

  field(label: 'Ansvarlig' | 'Tema' | 'Problem' | 'Aktivitet' | 'Deadline' | 'Konsekvens'): Locator {
    return this.root.getByRole('textbox', { name: label });
  }

  /** Types the items, one row each. */
  async typeItems(items: readonly TypedItem[]): Promise<void> {
    await expect(this.root).toBeVisible();
    for (const [index, item] of items.entries()) {
      if ((await this.date(index + 1).count()) === 0) {
        await this.root.getByRole('button', { name: 'Tilføj post' }).click();
      }
      await this.date(index + 1).fill(item.date);
      if (item.text !== undefined) await this.text(index + 1).fill(item.text);
      await this.amount(index + 1).fill(item.amount);
    }
  }

  /** The table of items has the sum in its foot, and under it what is older than one year. */
  sum(line: 'I alt' | 'heraf ældre end 1 år'): Locator {
    return this.root.getByRole('row', { name: line }).getByRole('cell').first();
  }
}
