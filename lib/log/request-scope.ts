import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request that is being answered. */
export interface RequestScope {
  id: string;
  /** Who asks, once that is known. */
  personId: string | null;
}

/** One a process: the server opens the scope, and the pages' bundles, which have copies of this module, find it. */
const shared = globalThis as typeof globalThis & { afstemtRequest?: AsyncLocalStorage<RequestScope> };
shared.afstemtRequest ??= new AsyncLocalStorage();
const storage = shared.afstemtRequest;

/** Runs `work`, and all that it starts, as part of the request. */
export function runInRequest<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work);
}

/** The request that is being answered; null outside of one, such as on the command line. */
export function currentRequest(): RequestScope | null {
  return storage.getStore() ?? null;
}

/** Lets the log tell who asked: the person's id, which says nothing outside the installation. */
export function notePerson(personId: string): void {
  const scope = storage.getStore();
  if (scope) scope.personId = personId;
}
