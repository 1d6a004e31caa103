import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** argon2id as OWASP's password storage sheet states it: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

function derive(password: string, nonce: Buffer, cost: typeof COST, tagLength: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...cost }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** The password as it is stored: a PHC string, which names its own cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST, TAG_BYTES);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(key)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether `password` is the one of `hash`. Takes as long for a wrong one as for the right. */
export async function isPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', key = ''] = PHC.exec(hash) ?? [];
  if (password.length > LONGEST_PASSWORD || memory === undefined) return false;
  const stored = Buffer.from(key, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const derived = await derive(password, Buffer.from(salt, 'base64'), cost, stored.length);
  return timingSafeEqual(derived, stored);
}

/** Takes the time of a password's check where there is none to check. */
export async function spendPasswordTime(): Promise<void> {
  await derive('', randomBytes(SALT_BYTES), COST, TAG_BYTES);
}

/**
 * Why a password is not taken, as a problem's code; null: it is. Length and what attackers try first count, not which
 * kinds of character it has (NIST SP 800-63B).
 */
export async function findPasswordFault(
  password: string,
  person: { email: string; name: string },
): Promise<string | null> {
  const { length } = password.normalize('NFC');
  if (length < SHORTEST_PASSWORD) return 'password-too-short';
  if (length > LONGEST_PASSWORD) return 'password-too-long';
  const plain = password.normalize('NFC').toLowerCase();
  const own = [person.email, person.email.split('@')[0] ?? '', person.name, 'afstemt'].map((text) =>
    text.toLowerCase(),
  );
  if (own.some((text) => text !== '' && plain.replaceAll(/[\s.]/g, '') === text.replaceAll(/[\s.]/g, '')))
    return 'password-own-name';
  if (new Set(plain).size < 4 || isCommon(plain, await commonPasswords())) return 'password-common';
  return null;
}

/** One of the list, also with figures and signs round it or said twice: the first that attackers try. */
function isCommon(plain: string, list: ReadonlySet<string>): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const half = core.slice(0, core.length / 2);
  return list.has(plain) || list.has(core) || (half + half === core && list.has(half));
}

let common: Promise<ReadonlySet<string>> | undefined;

/** Some fifty thousand passwords of known breaches; loaded once somebody chooses a password. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return common;
}
