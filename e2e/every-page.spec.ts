import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { DemoRole } from '#lib/auth/people.ts';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { PAGES } from './rights/addresses.ts';
import { Caller } from './rights/caller.ts';
import { isAllowed, ROLES } from './rights/rights-line.ts';
import { ruleWith } from './rights/rule-actions.ts';
import { signIn } from './sign-in.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const GUIDE = readdirSync(path.join(ROOT, 'docs/guide/da')).map((file) => `/hjaelp/${path.parse(file).name}`);

/** What else there is to see at an address of the table of rights: other kinds of things, and choices made. */
const STATES: readonly [DemoRole, string][] = [
  ['accountant2', '/2023-12/konti?q=findes%20ikke'],
  ['accountant2', '/2023-12/konti/90100005'], // category 1
  ['accountant2', '/2023-12/konti/99900001'], // reconciled separately
  ['approver', '/2023-12/konti/95900015'],
  ['auditor', '/2023-12/konti/91500001'],
  ['accountant2', '/2023-12/registre/egenkapital?linje=ny'],
  ['accountant2', '/2023-12/rapport?udvalg=BIU'],
  ['accountant2', '/2023-12/rapport?udvalg=KFU'], // a draft
  ['secretariat', '/2023-12'],
  ['systemOwner', '/2023-12/registre/systemafstemninger'],
  ['auditor', '/import'],
  ['auditor', '/revisionsspor?slags=reconciliation'],
  ...GUIDE.map((address): [DemoRole, string] => ['accountant2', address]),
  ['accountant2', '/findes-ikke'],
  ['accountant2', '/2023-12/konti/12345678'],
  ['administrator', '/import/999'],
  ['accountant2', '/2023-12/registre/bilag'],
  ['accountant', '/administration'],
];

/** Who goes to a page of the table: somebody who works there rather than somebody who administers. */
const VISITORS: readonly DemoRole[] = ['accountant2', 'approver', 'administrator'];

/** Every page of the table once, by somebody who may see it, and the other states. */
function visits(): [DemoRole | null, string][] {
  const pages = PAGES.filter(({ address }) => address !== '/').map((line): [DemoRole | null, string] => [
    line.by === 'anyone' ? null : (VISITORS.find((role) => isAllowed(role, line)) ?? 'administrator'),
    line.address,
  ]);
  const order = (role: DemoRole | null) => (role === null ? -1 : ROLES.indexOf(role));
  return [...pages, ...STATES].toSorted(([left], [right]) => order(left) - order(right));
}

/** What next-intl shows for a text that a language lacks: its key. */
const NAMESPACES = Object.keys(JSON.parse(readFileSync(path.join(ROOT, 'messages/da.json'), 'utf8')));
const KEY = new RegExp(`\\b(${NAMESPACES.join('|')})\\.[a-z]\\w*(\\.\\w+)*\\b`);

/** Rules whose outcome hangs on width or colours; the others judge the same page twice. */
const APPEARANCE = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/** What is wrong in that width and scheme; wider than the window is a page that one must push. */
async function findFlawsIn(page: Page, width: number, colorScheme: 'light' | 'dark', rules: string[] | 'all' | 'none') {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  const violations = rules === 'none' ? [] : await findViolations(page, rules === 'all' ? undefined : rules);
  return [
    ...(beyond > 0 ? [`${beyond} px too wide at ${width} px: ${page.url()}`] : []),
    ...violations.map((violation) => `${violation}, ${colorScheme}, ${width} px`),
  ];
}

/**
 * Light on a desk, dark on the smallest screen. In another language only what hangs on the words is looked at again:
 * that they are there, and how wide they are.
 */
async function findFlaws(page: Page, address: string, isTranslated = false): Promise<string[]> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What the browser makes after the first paint: the grids of lists.
  await expect(page.getByLabel(/^(Henter|Loading) …$/)).toHaveCount(0);
  const [text = ''] = await page.locator('body').allInnerTexts();
  const key = KEY.exec(text)?.[0];
  return [
    ...(key === undefined ? [] : [`a key for a text on ${address}: ${key}`]),
    ...(await findFlawsIn(page, 1440, 'light', isTranslated ? 'none' : 'all')),
    ...(await findFlawsIn(page, 768, 'dark', isTranslated ? 'none' : APPEARANCE)),
  ];
}

for (const language of ['da', 'en'] as const) {
  for (const third of [0, 1, 2]) {
    test(`every page, ${language}, ${third + 1} of 3`, async ({ page, context, server, faults }) => {
      // Two dozen pages, each judged twice.
      test.setTimeout(600_000);
      const administrator = await Caller.signedInAs(server.address, 'administrator');
      const next = { from: '2023-12', to: '2024-01' };
      expect(await administrator.refusal('openNextPeriodAction', next)).toBeNull();
      const keeper = await Caller.signedInAs(server.address, 'accountant2');
      expect(await keeper.refusal('saveRuleAction', ruleWith('Prøve'))).toBeNull();
      await page.goto('/2023-12/registre/egenkapital');
      await page.getByRole('button', { name: 'Træk tilbage for KFU' }).click();
      await expect(page.getByRole('button', { name: 'Bekræft ingen for KFU' })).toBeVisible();
      await context.clearCookies();
      await context.addCookies([{ name: 'afstemt-language', value: language, url: server.address }]);
      faults.expect(/404/);
      const flaws: string[] = [];
      let isIn: DemoRole | null = null;
      for (const [role, address] of visits().filter((_, index) => index % 3 === third)) {
        await test.step(`${address} as ${role}`, async () => {
          if (role !== null && role !== isIn) await signIn(page, role);
          isIn = role;
          flaws.push(...(await findFlaws(page, address, language !== 'da')));
          await expect(page.locator('html')).toHaveAttribute('lang', language);
        });
      }
      expect(flaws).toEqual([]);
    });
  }
}

const EMPTY = [
  '/',
  '/mine-opgaver',
  '/import',
  '/import/historik',
  '/revisionsspor',
  '/administration/personer',
  '/administration/perioder',
  '/administration/struktur',
  '/administration/opbevaring',
  '/indstillinger',
  '/hjaelp',
];

test.describe('on an empty installation', () => {
  test.use({ data: 'empty', role: 'administrator' });

  test('every place says why it is empty', async ({ page, faults }) => {
    test.slow();
    faults.expect(/404/);
    const flaws: string[] = [];
    for (const address of [...EMPTY, '/2023-12/konti']) {
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
