import { findAccounts } from '#lib/services/find-accounts.ts';
import { handle, json } from '../handle.ts';

/** Accounts by what is typed of their number or name: `?period=2023-12&q=bank`. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const { searchParams } = new URL(request.url);
    return json(await findAccounts(context, searchParams.get('period') ?? '', searchParams.get('q') ?? ''));
  });
}
