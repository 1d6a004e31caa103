/** Names the open line in the address: its id, or `ny`. */
export const LINE_PARAMETER = 'linje';
export const NEW_LINE = 'ny';

/** Opens a line, or none, without asking the server: the page has them all. */
export function openLine(line: string | null): void {
  const params = new URLSearchParams(window.location.search);
  if (line === null) params.delete(LINE_PARAMETER);
  else params.set(LINE_PARAMETER, line);
  const search = params.toString();
  window.history.replaceState(null, '', search === '' ? window.location.pathname : `?${search}`);
}
