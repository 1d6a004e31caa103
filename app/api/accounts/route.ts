import { exportAccounts } from '#lib/services/export-accounts.ts';
import { exportRows } from '../export-rows.ts';

/** The accounts that an address of *Konti* shows: `?period=2023-12&format=csv` beside its filters and order. */
export async function GET(request: Request): Promise<Response> {
  return exportRows(request, exportAccounts);
}
