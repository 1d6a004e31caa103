import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#lib/format/messages.ts';
import { GUIDE_PAGES, getGuidePage, listGuidePages } from './get-guide-page.ts';

describe('the guide', () => {
  it.each(LANGUAGES)('has all its pages in %s, each with a title of its own', async (language) => {
    const pages = await listGuidePages(language);
    expect(pages.map((page) => page.name)).toEqual([...GUIDE_PAGES]);
    expect(new Set(pages.map((page) => page.title)).size).toBe(GUIDE_PAGES.length);
    for (const page of pages) expect(page.title).not.toBe(page.name);
  });

  it.each(LANGUAGES)('links only to pages that exist, in %s', async (language) => {
    for (const page of await listGuidePages(language)) {
      const targets = [...page.text.matchAll(/\]\(([^)]+)\.md[^)]*\)/g)].map((match) => match[1]);
      for (const target of targets) expect(GUIDE_PAGES).toContain(target);
    }
  });

  it('knows no other name, nor one that leads out of its folder', async () => {
    expect(await getGuidePage('da', 'findes-ikke')).toBeNull();
    expect(await getGuidePage('da', '../../../README')).toBeNull();
  });
});
