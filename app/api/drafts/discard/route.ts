import { discardDraft } from '#lib/services/discard-draft.ts';
import { handle, json } from '../../handle.ts';
import { readJson } from '../../read-json.ts';

/** Forgets what its own person has typed on an account and not saved. */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => json(await discardDraft(context, await readJson(request))));
}
