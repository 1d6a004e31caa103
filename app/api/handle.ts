import 'server-only';
import { findContext } from '#lib/auth/current-context.ts';
import { isAllowedHost, isForeignChange } from '#lib/config/local-host.ts';
import { DATA_POLICY } from '#lib/config/security-headers.ts';
import type { Context } from '#lib/services/context.ts';
import { getPublicUrl } from '#lib/services/get-public-url.ts';

/**
 * The one way into a route handler: what was sent to another name than the installation's is refused (proxy.ts does the
 * same for pages), so is a change from another site's page and whoever is not signed in, and `work` gets who is asking.
 * Null is answered as a wrong address is. An answer that brings no policy of its own gets the strictest, and is kept by
 * nobody on the way.
 */
export function handle(request: Request, work: (context: Context) => Promise<Response | null>): Promise<Response> {
  return handleSignedOut(request, async () => {
    const context = await findContext();
    return context === null ? new Response(null, { status: 401 }) : work(context);
  });
}

/** As handle, for the addresses by which people sign in: nobody needs to have done so. `work` gets the public address. */
export async function handleSignedOut(
  request: Request,
  work: (publicUrl: string | null) => Promise<Response | null>,
): Promise<Response> {
  const { body, status, statusText, headers } = await answer(request, work);
  const all = new Headers(headers);
  for (const [name, value] of STRICT) if (!all.has(name)) all.set(name, value);
  return new Response(body, { status, statusText, headers: all });
}

const STRICT = [
  ['content-security-policy', DATA_POLICY],
  ['cache-control', 'no-store'],
] as const;

async function answer(
  request: Request,
  work: (publicUrl: string | null) => Promise<Response | null>,
): Promise<Response> {
  const publicUrl = await getPublicUrl();
  if (!isAllowedHost(request.headers.get('host'), publicUrl)) return new Response(null, { status: 421 });
  if (isForeignChange(request, publicUrl)) return new Response(null, { status: 403 });
  return (await work(publicUrl)) ?? new Response(null, { status: 404 });
}

/** A file to save, under a name that any system takes and in UTF-8 for those that can. Never shown as a page. */
export function download(fileName: string, contentType: string, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(fileName, contentType) });
}

/** As download, for a file that is made while it is sent. */
export function downloadStream(fileName: string, contentType: string, chunks: AsyncGenerator<Uint8Array>): Response {
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
  return new Response(body, { headers: fileHeaders(fileName, contentType) });
}

/**
 * An answer in lines of JSON, each sent as soon as it is told: for long work that says how far it is. `signal` tells
 * when nobody listens any more.
 */
export function lines(work: (tell: (line: object) => void, signal: AbortSignal) => Promise<void>): Response {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const tell = (line: object) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        await work(tell, gone.signal);
        if (!gone.signal.aborted) controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
    cancel: () => gone.abort(),
  });
  // What compresses on the way would hold lines back.
  const headers = { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store, no-transform' };
  return new Response(body, { headers });
}

function fileHeaders(fileName: string, contentType: string): Record<string, string> {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  return {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  };
}

/** JSON with amounts in øre as text. */
export function json(value: object, status = 200): Response {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
