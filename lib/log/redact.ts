/** What takes the place of what the log must not hold. */
const HIDDEN = '*';

/** Long enough to be a key to something: a one-time link's token, a session's. */
const TOKEN = /^(?=.*[\dA-Z])[\w~-]{20,}$/;

/** Digits of a CPR number, with or without the dash, not part of a longer number. */
const CPR = /(?<!\d)\d{6}-?\d{4}(?!\d)/g;

/** An address's path as the log may hold it: without the query, and without what could be a key or a CPR number. */
export function redactPath(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  const steps = path.split('/').map((step) => (TOKEN.test(step) ? HIDDEN : step));
  return redactText(steps.join('/'));
}

/** A text as the log may hold it: without CPR numbers. */
export function redactText(text: string): string {
  return text.replace(CPR, HIDDEN);
}
