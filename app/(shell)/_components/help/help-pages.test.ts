import { expect, it } from 'vitest';
import { LANGUAGES, messagesOf } from '#lib/format/messages.ts';
import { GUIDE_PAGES } from '#lib/services/get-guide-page.ts';
import { HELP_PAGES, helpPageOf } from './help-pages.ts';

it.each([
  ['/2023-12', 'overview'],
  ['/2023-12/konti', 'accounts'],
  ['/2023-12/konti/95900015', 'account'],
  ['/2023-12/registre/egenkapital', 'registers'],
  ['/2023-12/regler/1', 'rules'],
  ['/2023-12/fordeling', 'sharing'],
  ['/administration/perioder', 'administration'],
  ['/min-konto', 'me'],
  ['/hjaelp/import', 'help'],
  ['/findes-ikke', 'help'],
])('%s has the help of %s', (address, id) => {
  expect(helpPageOf(address)).toBe(id);
});

it('leads to pages of the guide that there are, and has texts for every page', () => {
  for (const { guide } of Object.values(HELP_PAGES)) expect(GUIDE_PAGES).toContain(guide);
  for (const language of LANGUAGES)
    expect(Object.keys(messagesOf(language).guidance.pages).sort()).toEqual(Object.keys(HELP_PAGES).sort());
});
