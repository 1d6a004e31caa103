import { writeTagged } from '#lib/format/tagged-json.ts';
import { readAccountRows } from '../../(shell)/[period]/read-account-rows.ts';
import { handle } from '../handle.ts';

/**
 * The rows of an account for a list beside which it was worked on: `?period=2023-12&account=91500001`. So the list need
 * not be shown anew for it.
 */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const { searchParams } = new URL(request.url);
    const rows = await readAccountRows(context, searchParams.get('period') ?? '', searchParams.get('account') ?? '');
    return rows && new Response(writeTagged(rows), { headers: { 'content-type': 'application/json; charset=utf-8' } });
  });
}
