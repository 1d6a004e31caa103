import type { IncomingHttpHeaders } from 'node:http';

const MIB = 1024 * 1024;

/** The largest body in bytes: what a form of the pages can hold (next.config.ts has the same for actions), 10,000 pasted rows included. */
const FORM = 4 * MIB;

/** Addresses that take files. Eight imported ones of the largest size; a document of 25 MB; each with what the form writes round it. */
const FILES: readonly (readonly [prefix: string, bytes: number])[] = [
  ['/api/import/', 210 * MIB],
  ['/api/documents', 26 * MIB],
];

/** How many bytes a body sent to `path` may have. */
export function bodyLimit(path: string): number {
  return FILES.find(([prefix]) => path.startsWith(prefix))?.[1] ?? FORM;
}

/**
 * The status that refuses a body before a byte of it is read; null: it is taken. A body must say how long it is, and
 * the connection holds it to its word: so none has to be counted while it comes in.
 */
export function refuseBody(path: string, headers: IncomingHttpHeaders): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > bodyLimit(path) ? 413 : null;
}
