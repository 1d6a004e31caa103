import { type NextRequest, NextResponse } from 'next/server';
import { isAllowedHost, isForeignChange, isLocalHost } from '#lib/config/local-host.ts';
import { pagePolicy } from '#lib/config/security-headers.ts';
import { getPublicUrl } from '#lib/services/get-public-url.ts';

/** Asked by what watches over the server, on this machine as well. */
const HEALTH = '/healthz';

/**
 * Only what was sent to the installation's own name is answered; what a page of ours can change, no other site's page
 * can; and each page runs the scripts only that bear the nonce made for it here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const host = request.headers.get('host');
  // Before anything that needs the database: how it is, is the question.
  if (request.nextUrl.pathname === HEALTH && isLocalHost(host)) return NextResponse.next();
  const publicUrl = await getPublicUrl();
  if (!isAllowedHost(host, publicUrl)) return new NextResponse(null, { status: 421 });
  if (isForeignChange(request, publicUrl)) return new NextResponse(null, { status: 403 });
  const policy = pagePolicy(crypto.randomUUID(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  // Sign-in leads back to what was asked for (lib/auth/current-context.ts). What a browser claims here is written over.
  headers.set('x-afstemt-address', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Route handlers ask the same in app/api/handle.ts: a body that passes here is kept in memory twice, and cut at 10 MB. */
export const config = { matcher: '/((?!api/).*)' };
