import { readEnvironment } from '#lib/config/environment.ts';
import { redactPath } from './redact.ts';
import { currentRequest } from './request-scope.ts';
import { describeError, writeLog } from './write-log.ts';

interface FailedRequest {
  path: string;
  method: string;
  headers: NodeJS.Dict<string | string[]>;
}

/** Logs an error that a page, an action or a route handler threw. `digest` is the error number that the page shows. */
export function logRequestError(
  error: unknown,
  { path, method, headers }: FailedRequest,
  { routePath }: { routePath: string },
): void {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  writeLog(readEnvironment().logLevel, 'error', 'error', {
    request: String(headers['x-request-id'] ?? ''),
    person: currentRequest()?.personId ?? null,
    method,
    path: redactPath(path),
    route: routePath,
    digest,
    ...describeError(error),
  });
}
