import { exportRegister } from '#lib/services/export-register.ts';
import { parseRegister } from '#lib/services/register-list.ts';
import { exportRows } from '../export-rows.ts';

/** The lines that an address of a register shows: `?period=2023-12&register=afskrivninger&format=csv` beside its filters and order. */
export async function GET(request: Request): Promise<Response> {
  return exportRows(request, async (context, asked) => {
    const register = parseRegister(asked.address.get('register'));
    return register && exportRegister(context, { ...asked, register });
  });
}
