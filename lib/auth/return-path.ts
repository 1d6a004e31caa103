/** An address that no page of ours has, to hold relative ones against. */
const BASE = 'http://afstemt.invalid';

/**
 * Where to go after sign-in: a page of this site, as path and query. Whatever else stands there, such as another site's
 * address in any disguise that browsers understand, leads to the front page.
 */
export function safeReturnPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || !URL.canParse(text, BASE)) return '/';
  const { origin, pathname, search } = new URL(text, BASE);
  const isPage =
    origin === BASE && !pathname.startsWith('//') && !/^\/(api|log-ind|velkommen|afmeld)(\/|$)/.test(pathname);
  return isPage ? pathname + search : '/';
}
