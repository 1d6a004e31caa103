import { noteTour } from '#lib/services/note-tour.ts';
import { handle, json } from '../handle.ts';

/** Says that the person was offered the guided tour. An address, and no action: it is said while a page is left. */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => json(await noteTour(context)));
}
