import { type NextRequest, NextResponse } from 'next/server';
import { isForeignChange, isLocalHost } from '#lib/config/local-host.ts';

/**
 * Until there is sign-in the server answers its own machine only, by whatever name it is asked; and what a page of ours
 * can change, no other site's page can.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isLocalHost(request.headers.get('host'))) return new NextResponse(null, { status: 421 });
  if (isForeignChange(request)) return new NextResponse(null, { status: 403 });
  return NextResponse.next();
}

/** Route handlers ask the same in app/api/handle.ts: a body that passes here is kept in memory twice, and cut at 10 MB. */
export const config = { matcher: '/((?!api/).*)' };
