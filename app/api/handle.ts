import 'server-only';
import { currentContext } from '#lib/auth/current-context.ts';
import { isForeignChange, isLocalHost } from '#lib/config/local-host.ts';
import type { Context } from '#lib/services/context.ts';

/**
 * The one way into a route handler: what was sent to another name than this machine's is refused (proxy.ts does the
 * same for pages), so is a change from another site's page, and `work` gets who is asking. Null is answered as a wrong
 * address is.
 */
export async function handle(
  request: Request,
  work: (context: Context) => Promise<Response | null>,
): Promise<Response> {
  if (!isLocalHost(request.headers.get('host'))) return new Response(null, { status: 421 });
  if (isForeignChange(request)) return new Response(null, { status: 403 });
  return (await work(await currentContext())) ?? new Response(null, { status: 404 });
}

/** A file to save, under a name that any system takes and in UTF-8 for those that can. Never shown as a page. */
export function download(fileName: string, contentType: string, bytes: Uint8Array): Response {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

/** JSON with amounts in øre as text. */
export function json(value: object, status = 200): Response {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
