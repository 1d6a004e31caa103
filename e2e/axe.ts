import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds against the page as it stands, by all its rules or those named: rule, node and page, a line each. */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  // The pages hold no frame of another site, for which alone it would open a second page at each call.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}) at ${target.join(' ')} on ${page.url()}`),
  );
}
