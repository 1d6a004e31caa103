import type { Result } from '#lib/services/context.ts';

/** What an action answers; where the server cannot be reached, or failed, a problem like any other: what is typed stays. */
export async function answerOf<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call;
  } catch {
    return { ok: false, problems: [{ path: '', code: 'save-failed', params: {} }] };
  }
}
