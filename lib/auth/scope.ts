import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthScope } from '#lib/db/auth-client.ts';

const scopes = new AsyncLocalStorage<AuthScope>();

/** Runs `work` so that whatever the sign-in library writes meanwhile is known to come from this request. */
export function withinScope<T>(scope: AuthScope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work);
}

/** The request that is being answered. @throws where there is none: nothing of sign-in is written outside one */
export function currentScope(): AuthScope {
  const scope = scopes.getStore();
  if (!scope) throw new Error('Sign-in was asked for outside a request.');
  return scope;
}
