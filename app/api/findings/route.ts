import { exportFindings } from '#lib/services/export-findings.ts';
import { exportRows } from '../export-rows.ts';

/** The findings that an address of *Opfølgning* shows: `?period=2023-12&format=csv` beside its filters and order. */
export async function GET(request: Request): Promise<Response> {
  return exportRows(request, exportFindings);
}
