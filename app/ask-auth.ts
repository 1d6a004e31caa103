import type { Result } from '#lib/services/context.ts';

/** What the addresses of sign-in answer; `code` names a text under `problems`. */
export type AuthAnswer =
  | { ok: true; secondFactor: boolean; totpURI?: string; backupCodes?: string[] }
  | { ok: false; code: string };

/** Asks one of the addresses of sign-in. Never throws: a connection that is gone is an answer as well. */
export async function askAuth(path: string, body: object): Promise<AuthAnswer> {
  try {
    const reply = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (reply.ok) return (await reply.json()) as AuthAnswer;
    const text = await reply.text();
    const { code }: { code?: string } = text.startsWith('{') ? JSON.parse(text) : {};
    return { ok: false, code: code ?? 'server-failed' };
  } catch {
    return { ok: false, code: 'no-connection' };
  }
}

/** `askAuth`, answered as a use case answers: `fieldOf` says which field a problem of that code is about. */
export async function actOnAuth(
  path: string,
  body: object,
  fieldOf: (code: string) => string,
): Promise<Result<Extract<AuthAnswer, { ok: true }>>> {
  const answer = await askAuth(path, body);
  if (answer.ok) return { ok: true, value: answer };
  return { ok: false, problems: [{ path: fieldOf(answer.code), code: answer.code, params: {} }] };
}
