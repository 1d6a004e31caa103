import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe finds against the page as it stands, by all its rules or those named: rule, node and page, a line each. */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  // The router gives a page its title a moment after the rest.
  await expect(page, `a title on ${page.url()}`).toHaveTitle(/\S/);
  // It is half a megabyte: once a document.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => {
      const found = await window.axe?.run(document, options);
      return found?.violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => target) }));
    },
    {
      // Of what is as it should be it would write down every node, which takes twice as long as judging it.
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: rules } }),
    } satisfies RunOptions,
  );
  if (violations === undefined) throw new Error(`No axe on ${page.url()}.`);
  return violations.flatMap(({ id, help, targets }) =>
    targets.map((target) => `${id} (${help}) at ${target.join(' ')} on ${page.url()}`),
  );
}
