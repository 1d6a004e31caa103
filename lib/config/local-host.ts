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
