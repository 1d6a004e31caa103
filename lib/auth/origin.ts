import { readEnvironment } from '#lib/config/environment.ts';
import type { Origin } from '#lib/domain/actor.ts';

/**
 * From where a request comes. The server listens on this machine alone: without a proxy of ours every request is from
 * here, whatever it claims; with one, the last address of X-Forwarded-For is the one that the proxy saw.
 */
export function originOf(headers: Pick<Headers, 'get'>): Origin {
  const forwarded = readEnvironment().isBehindProxy ? headers.get('x-forwarded-for') : null;
  const last = forwarded?.split(',').at(-1)?.trim().slice(0, 45);
  return { channel: 'screen', address: last || '127.0.0.1' };
}
