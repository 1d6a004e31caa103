import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const CLAIMS = ['forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/**
 * Leaves `x-forwarded-for` as the one address that a request came from, and takes away every other claim about its
 * way: of all that such headers say, only what our own proxy added last is known to be true.
 * @param isBehindProxy whether there is such a proxy; else it is the connection's own address
 */
export function settleOrigin(request: Pick<IncomingMessage, 'headers' | 'socket'>, isBehindProxy: boolean): void {
  const { headers, socket } = request;
  const claimed = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  for (const claim of CLAIMS) delete headers[claim];
  headers['x-forwarded-for'] = (isBehindProxy && claimed) || socket.remoteAddress || '';
}

const WELL_FORMED = /^[\w.-]{8,64}$/;

/** The id by which a request is found in the logs: our own, or that of our proxy, so that its log fits to ours. */
export function requestIdOf(headers: IncomingHttpHeaders, isBehindProxy: boolean): string {
  const given = headers['x-request-id'];
  return isBehindProxy && typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
