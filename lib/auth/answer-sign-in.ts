import { getStore } from '#lib/db/store.ts';
import { handleAuth } from './handle-auth.ts';
import { originOf } from './origin.ts';

/** Answers what is asked below /api/auth over this process's store; null: there is no such address. */
export function answerSignIn(request: Request, publicUrl: string | null): Promise<Response | null> {
  return handleAuth(request, { store: getStore(), publicUrl, origin: originOf(request.headers) });
}
