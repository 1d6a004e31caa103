const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request's Host header names this machine itself. A page elsewhere can point its own name at 127.0.0.1 (DNS
 * rebinding) and would then be let in as same-origin; its name stands in this header all the same.
 */
export function isLocalHost(host: string | null): boolean {
  if (host === null || !URL.canParse(`http://${host}`)) return false;
  const { hostname, username, pathname } = new URL(`http://${host}`);
  return LOCAL_NAMES.has(hostname) && username === '' && pathname === '/';
}

/**
 * Whether a request's Host header names this installation: by its public address, or where there is none, by a name of
 * this machine.
 * @param publicUrl the origin of the public address (get-public-url.ts)
 */
export function isAllowedHost(host: string | null, publicUrl: string | null): boolean {
  if (publicUrl === null) return isLocalHost(host);
  return host !== null && host.toLowerCase() === new URL(publicUrl).host;
}

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Whether a request would change something and does not come from a page of the server's own. Browsers name the page
 * that sends it in Origin; what leaves it out is no browser that shows our pages. Behind a TLS proxy the page's origin
 * is the public address, scheme and port included.
 */
export function isForeignChange(
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  publicUrl: string | null,
): boolean {
  if (!CHANGING.has(method)) return false;
  const origin = headers.get('origin');
  return origin === null || origin !== (publicUrl ?? `http://${headers.get('host')?.toLowerCase()}`);
}
