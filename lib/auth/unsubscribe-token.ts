import { createHmac } from 'node:crypto';
import { readSecret } from './secret.ts';

/** The token of a person's way out of reminders: the same each time, so that every mail's link goes on working. */
export function unsubscribeTokenOf(folder: string, personId: string): string {
  return createHmac('sha256', readSecret(folder)).update(`unsubscribe ${personId}`).digest('base64url');
}
