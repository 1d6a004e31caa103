import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '#lib/config/environment.ts';

const FILE = 'secret';

const kept = new Map<string, string>();

/** What this installation signs and encrypts with: the environment's, else one made at first use and kept beside the data. */
export function readSecret(folder: string): string {
  const { secret } = readEnvironment();
  if (secret !== null) return secret;
  const known = kept.get(folder);
  if (known !== undefined) return known;
  const file = path.join(folder, FILE);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const made = readFileSync(file, 'utf8').trim();
  if (made.length < 32) throw new Error(`${file} holds no secret of 32 characters or more.`);
  kept.set(folder, made);
  return made;
}

/** The value of a cookie that better-auth signed; null where the signature is not ours. */
export function readSignedValue(cookie: string | undefined, secret: string): string | null {
  if (cookie === undefined) return null;
  const dot = cookie.lastIndexOf('.');
  const value = cookie.slice(0, Math.max(dot, 0));
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const right = createHmac('sha256', secret).update(value).digest();
  return given.length === right.length && timingSafeEqual(given, right) && value !== '' ? value : null;
}
