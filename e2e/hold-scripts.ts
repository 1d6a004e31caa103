import type { Page } from '@playwright/test';

/** Keeps the scripts of the page that is opened next on their way: it is seen, and does not come alive. @returns lets them through */
export async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>();
  const scripts = /\/_next\/static\/.*\.js/;
  await page.route(scripts, async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    letThrough();
    await page.waitForLoadState('load');
    await page.unroute(scripts);
  };
}
