import type { Instrumentation } from 'next';

/** Logs what failed while a request was answered. */
export const onRequestError: Instrumentation.onRequestError = async (...failure) => {
  // This file is built for a second runtime too, which nothing here runs in.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('#lib/log/log-request-error.ts');
  logRequestError(...failure);
};
