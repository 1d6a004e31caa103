import { readFileSync } from 'node:fs';
import { formatOre } from '#lib/format/amount.ts';
import { parseAmount } from '#lib/format/parse-amount.ts';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

test.use({ role: 'administrator' });

/** Øre of an amount as a page shows it; 0 of a blank. */
function oreOf(text: string): bigint {
  const amount = parseAmount(text.replace('\u2212', '-').trim() || '0,00', 'da');
  if (typeof amount !== 'bigint') throw new Error(`No amount: ${text}`);
  return amount;
}

test('a period is closed with what is missing, locked, reopened for a reason, and its work carried on', async ({
  page,
}) => {
  test.slow();
  const dialog = page.getByRole('dialog');
  const line = (period: string) => page.getByRole('row', { name: new RegExp(`^${period}`) });

  await test.step('open the next: open items are carried, and it is said what was', async () => {
    await page.goto('/administration/perioder');
    expect(await findViolations(page)).toEqual([]);
    await line('2023-12').getByRole('button', { name: 'Åbn næste periode efter 2023-12' }).click();
    await expect(dialog.getByLabel('Periode')).toHaveValue('2024-01');
    await dialog.getByRole('button', { name: 'Åbn perioden' }).click();
    await expect(dialog.getByRole('status')).toContainText('2024-01 er åben');
    await expect(dialog.getByRole('status')).toContainText('Importér periodens saldobalance');
    await dialog.getByRole('button', { name: 'Luk vinduet' }).click();
    await expect(line('2024-01')).toContainText('Åbnet med poster fra 2023-12');
    await expect(line('2024-01').getByRole('link', { name: /ikke påbegyndt/ })).toBeVisible();
  });

  await test.step('close it all the same: only by saying so', async () => {
    await line('2024-01').getByRole('button', { name: 'Luk 2024-01' }).click();
    await expect(dialog).toContainText('ikke påbegyndt');
    await dialog.getByRole('button', { name: 'Luk perioden' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Bekræft');
    await dialog.getByLabel('Luk perioden alligevel').check();
    await dialog.getByRole('button', { name: 'Luk perioden' }).click();
    await expect(line('2024-01')).toContainText('Lukket');
  });

  await test.step('reopen it: a reason is asked for', async () => {
    await line('2024-01').getByRole('button', { name: 'Genåbn 2024-01' }).click();
    await dialog.getByRole('button', { name: 'Genåbn perioden' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Feltet skal udfyldes');
    await dialog.getByLabel('Begrundelse').fill('Lukket for tidligt');
    await dialog.getByRole('button', { name: 'Genåbn perioden' }).click();
    await expect(line('2024-01').getByRole('cell').filter({ hasText: 'Åben' }).first()).toBeVisible();
  });

  await test.step('close and lock the old one', async () => {
    await line('2023-12').getByRole('button', { name: 'Luk 2023-12' }).click();
    const confirm = dialog.getByLabel('Luk perioden alligevel');
    await expect(dialog.getByRole('button', { name: 'Luk perioden' })).toBeVisible();
    if (await confirm.isVisible()) await confirm.check();
    await dialog.getByRole('button', { name: 'Luk perioden' }).click();
    await line('2023-12').getByRole('button', { name: 'Lås 2023-12' }).click();
    await dialog.getByRole('button', { name: 'Lås perioden' }).click();
    await expect(line('2023-12')).toContainText('Låst');
  });

  await signIn(page, 'accountant2');
  const followUp = page.getByRole('region', { name: 'Udligning og handleplan' });

  await test.step('in the locked one there is nothing to do', async () => {
    await page.goto('/2023-12/konti/95900015');
    await expect(followUp.getByRole('row').nth(1)).toContainText('30.06.2022');
    await expect(followUp.getByRole('button')).toHaveCount(0);
  });

  await test.step('settle a part of an item and move the deadline of its plan', async () => {
    await page.goto('/2024-01/konti/95900015');
    await followUp.getByRole('button', { name: /^Udlign.afskriv posten fra 30.06.2022/ }).click();
    await dialog.getByLabel('Dato').fill('15.01.2024');
    await dialog.getByLabel('Beløb, kr.').fill('190.466,01');
    await dialog.getByLabel('Bilag').fill('B 4711');
    await dialog.getByLabel('Begrundelse').fill('Indbetalt');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Der er kun 190.466,00 tilbage');
    await dialog.getByLabel('Beløb, kr.').fill('90.466,00');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await expect(dialog).toBeHidden();
    await expect(followUp.getByRole('row').filter({ hasText: '30.06.2022' }).first()).toContainText('100.000,00');
    await expect(followUp).toContainText('B 4711');
    await followUp.getByRole('button', { name: 'Flyt frist …' }).click();
    await dialog.getByLabel('Ny frist').fill('31.12.2025');
    await dialog.getByLabel('Begrundelse').fill('Afventer SKAT');
    await dialog.getByRole('button', { name: 'Flyt fristen' }).click();
    await expect(followUp).toContainText('Flyttet 1 gang, oprindelig frist');
  });

  await test.step('the bridge adds up, and leads down to the item', async () => {
    await page.goto('/2024-01/bro');
    const totals = page.getByRole('table', { name: 'Broen i alt' });
    await expect(totals).toBeVisible();
    for (const row of (await totals.getByRole('row').all()).slice(1)) {
      const cells = (await row.getByRole('cell').allTextContents()).map(oreOf);
      const closing = cells.pop() ?? 0n;
      expect(formatOre(cells.reduce((sum, part) => sum + part, 0n))).toBe(formatOre(closing));
    }
    await expect(totals.getByRole('row').nth(1)).toContainText('\u221290.466,00');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'BIU', exact: true }).click();
    await page.getByRole('link', { name: '95900015' }).click();
    const grid = page.getByRole('grid', { name: 'Bro' });
    await expect(grid.getByRole('row').filter({ hasText: '30.06.2022' })).toContainText('100.000,00');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Hent CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('bro-2023-12-2024-01-post.csv');
    expect(readFileSync(await file.path(), 'utf8')).toContain('-90.466,00');
  });
});
