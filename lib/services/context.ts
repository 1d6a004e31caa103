import type { Store } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';

/** Who is asking, and of which installation. Every use case takes one first. */
export interface Context {
  actor: Actor;
  store: Store;
}

/**
 * Something in the input that keeps a use case from being done. `path` names the field (`findings.0.items.1.amount`,
 * '' for the whole), `code` with `params` the text in messages/*.json under `problems.<code>`.
 */
export interface Problem {
  path: string;
  code: string;
  params: Record<string, string | number>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Whether a use case was done: what was refused is rolled back, so that it leaves no trace at all. */
export function isDone(result: Result<unknown>): boolean {
  return result.ok;
}

export function refused(problems: Problem[]): { ok: false; problems: Problem[] } {
  return { ok: false, problems };
}

export function problem(code: string, path = '', params: Problem['params'] = {}): Problem {
  return { path, code, params };
}
