import { exportBridge } from '#lib/services/export-bridge.ts';
import { exportRows } from '../export-rows.ts';

/** The rows that an address of *Bro* shows: `?period=2024-12&format=csv` beside its gathering, filters and order. */
export async function GET(request: Request): Promise<Response> {
  return exportRows(request, exportBridge);
}
