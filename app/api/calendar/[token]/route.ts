import { headers } from 'next/headers';
import { originOf } from '#lib/auth/origin.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { getCalendar } from '#lib/services/get-calendar.ts';
import { handleSignedOut } from '../../handle.ts';

/** A person's deadlines for their calendar program, which knows the address alone. A wrong one is as none. */
export function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return handleSignedOut(request, async (publicUrl) => {
    const base = publicUrl ?? `http://127.0.0.1:${readEnvironment().port}`;
    const text = await getCalendar((await params).token, {
      t: translatorOf(readEnvironment().language, 'mail'),
      address: (path) => `${base}${path}`,
      origin: originOf(await headers()),
    });
    return text === null ? null : new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
  });
}
