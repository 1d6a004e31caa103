import { writeTagged } from '#lib/format/tagged-json.ts';
import { readDesk } from '../../(shell)/[period]/konti/[account]/read-desk.ts';
import { handle } from '../handle.ts';

/**
 * An account for the panel beside a list: `?period=2023-12&account=91500001`. An address of its own, and no action: those
 * wait for each other, and for the page that the one before shows anew.
 */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const { searchParams } = new URL(request.url);
    const desk = await readDesk(context, searchParams.get('period') ?? '', searchParams.get('account') ?? '');
    if (!desk) return null;
    const { events: _, ...shown } = desk;
    return new Response(writeTagged(shown), { headers: { 'content-type': 'application/json; charset=utf-8' } });
  });
}
