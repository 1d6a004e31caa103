import type { IncomingHttpHeaders } from 'node:http';

/**
 * The largest body in bytes: what a form of the pages can hold, 10,000 pasted rows included (next.config.ts has the same
 * for actions).
 */
const LARGEST_FORM = 4 * 1024 * 1024;

/** Addresses that take files. Their handlers hold the stated length against limits of their own, and say so in words. */
const TAKE_FILES = ['/api/import/', '/api/documents', '/api/plan-workbooks', '/api/report-check'];

/**
 * The status that refuses a body before a byte of it is read; null: it is taken. A body must say how long it is, and
 * the connection holds it to its word: so none has to be counted while it comes in.
 */
export function refuseBody(path: string, headers: IncomingHttpHeaders): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411;
  if (TAKE_FILES.some((prefix) => path.startsWith(prefix))) return null;
  return Number(headers['content-length'] ?? 0) > LARGEST_FORM ? 413 : null;
}
