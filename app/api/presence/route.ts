import { notePresence } from '#lib/services/note-presence.ts';
import { handle, json } from '../handle.ts';
import { readJson } from '../read-json.ts';

/** Says that an account is open on a page (PresenceInput), and answers who else has it open. */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => json(await notePresence(context, await readJson(request))));
}
