import { saveDraft } from '#lib/services/save-draft.ts';
import { handle, json } from '../handle.ts';
import { readJson } from '../read-json.ts';

/** Keeps what its own person has typed on an account and not saved (DraftInput). */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => json(await saveDraft(context, await readJson(request))));
}
