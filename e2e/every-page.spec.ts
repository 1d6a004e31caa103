import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';

// Each flaw is told with its page; a trace of some hundred pages would cost more than it tells.
test.use({ trace: 'off' });

const GUIDE = ['afstemning', 'import', 'kom-i-gang', 'log-ind', 'opfoelgning', 'ordliste', 'rapport', 'registre'];
const REGISTERS = ['systemafstemninger', 'afskrivninger', 'periodiserede-poster', 'egenkapital', 'sammenligningstal'];

const ADDRESSES = [
  '/2023-12',
  '/2023-12/konti',
  '/2023-12/konti?q=findes%20ikke',
  '/2023-12/konti/90100005', // category 1
  '/2023-12/konti/95900015', // category 2
  '/2023-12/konti/91500001', // category 3
  '/2023-12/konti/99900001', // reconciled separately
  '/2023-12/opfoelgning',
  ...REGISTERS.map((register) => `/2023-12/registre/${register}`),
  '/2023-12/registre/egenkapital?linje=ny',
  '/2023-12/rapport',
  '/2023-12/rapport?udvalg=BIU',
  '/2023-12/rapport?udvalg=KFU', // a draft
  '/import',
  '/import/1',
  '/import/historik',
  '/indstillinger',
  '/hjaelp',
  ...GUIDE.map((page) => `/hjaelp/${page}`),
];
const NOT_FOUND = ['/findes-ikke', '/2023-12/konti/12345678', '/import/999', '/2023-12/registre/bilag'];

/** What next-intl shows for a text that a language lacks: its key. */
const KEY =
  /\b(account|accounts|common|errors|findings|help|import|issues|nav|overview|problems|registers|report|settings|ui)\.[a-z]\w*(\.\w+)*\b/;

/** Rules whose outcome hangs on width or colours; the others judge the same page twice. */
const APPEARANCE = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/** What is wrong in that width and scheme; wider than the window is a page that one must push. */
async function findFlawsIn(page: Page, width: number, colorScheme: 'light' | 'dark', rules?: string[]) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  const violations = await findViolations(page, rules);
  return [
    ...(beyond > 0 ? [`${beyond} px too wide at ${width} px: ${page.url()}`] : []),
    ...violations.map((violation) => `${violation}, ${colorScheme}, ${width} px`),
  ];
}

/** Light on a desk, dark on the smallest screen. */
async function findFlaws(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What the browser makes after the first paint: the grids of lists.
  await expect(page.getByText(/^(Henter|Loading) …$/)).toHaveCount(0);
  const [text = ''] = await page.locator('body').allInnerTexts();
  const key = KEY.exec(text)?.[0];
  return [
    ...(key === undefined ? [] : [`a key for a text on ${address}: ${key}`]),
    ...(await findFlawsIn(page, 1440, 'light')),
    ...(await findFlawsIn(page, 768, 'dark', APPEARANCE)),
  ];
}

for (const language of ['da', 'en'] as const) {
  for (const half of [0, 1]) {
    test(`every page, ${language}, ${half + 1} of 2`, async ({ page, context, server, faults }) => {
      test.slow();
      await page.goto('/2023-12/registre/egenkapital');
      await page.getByRole('button', { name: 'Træk tilbage for KFU' }).click();
      await expect(page.getByRole('button', { name: 'Bekræft ingen for KFU' })).toBeVisible();
      await context.addCookies([{ name: 'afstemt-language', value: language, url: server.address }]);
      faults.expect(/404/);
      const flaws: string[] = [];
      for (const address of [...ADDRESSES, ...NOT_FOUND].filter((_, index) => index % 2 === half)) {
        await test.step(address, async () => {
          flaws.push(...(await findFlaws(page, address)));
          await expect(page.locator('html')).toHaveAttribute('lang', language);
        });
      }
      expect(flaws).toEqual([]);
    });
  }
}

test.describe('on an empty installation', () => {
  test.use({ data: 'empty' });

  test('every place says why it is empty', async ({ page, faults }) => {
    faults.expect(/404/);
    const flaws: string[] = [];
    for (const address of ['/', '/import', '/import/historik', '/indstillinger', '/hjaelp', '/2023-12/konti']) {
      flaws.push(...(await findFlaws(page, address)));
    }
    expect(flaws).toEqual([]);
  });
});

test('language and appearance are chosen on the page, and kept', async ({ page }) => {
  await page.goto('/2023-12');
  await page.getByLabel('Sprog og udseende').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  const menu = page.getByRole('group').filter({ has: page.getByRole('button', { name: 'Dark', exact: true }) });
  if (!(await menu.first().isVisible())) await page.getByLabel('Language and appearance').click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  expect(await background()).toBe(dark);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
