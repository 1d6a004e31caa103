import { unsubscribe } from '#lib/services/reminders.ts';
import { handleSignedOut } from '../../handle.ts';

/** Ends somebody's reminders: pressed on the page that their mail leads to, or in the mail program itself (RFC 8058). */
export function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return handleSignedOut(request, async () => {
    const { token } = await params;
    if (!(await unsubscribe(token))) return null;
    const location = `/afmeld/${encodeURIComponent(token)}?besked=afmeldt`;
    return new Response(null, { status: 303, headers: { location } });
  });
}
