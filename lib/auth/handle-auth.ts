import { createHash } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import { readEnvironment } from '#lib/config/environment.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { type AuthScope, SignInRefused } from '#lib/db/auth-client.ts';
import { findPerson, findPersonByEmail } from '#lib/db/people.ts';
import { endSession, findSignedIn } from '#lib/db/sessions.ts';
import { countTry, forgetTry, type TryCounter } from '#lib/db/sign-in-locks.ts';
import type { Store } from '#lib/db/store.ts';
import type { Origin } from '#lib/domain/actor.ts';
import type { Person } from '#lib/domain/person.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { describeError, writeLog } from '#lib/log/write-log.ts';
import { authOf, sessionCookieName } from './auth.ts';
import { ENTRANCES, type Entrance } from './entrances.ts';
import { findPasswordFault, spendPasswordTime } from './password.ts';
import { withinScope } from './scope.ts';
import { readSecret, readSignedValue } from './secret.ts';

const LARGEST_BODY = 10_000;

/** Tries in fifteen minutes. A town hall can have one address for all. */
const ACCOUNT_TRIES = 10;
const ADDRESS_TRIES = 100;

interface Asked {
  store: Store;
  publicUrl: string | null;
  origin: Origin;
}

type Body = Record<string, unknown>;

/**
 * Answers everything below /api/auth; null: there is no such address. Whoever calls it has held host and origin of the
 * request against the installation's own.
 *
 * Sign-in answers alike, and after about the same time, for an unknown address, a wrong password, a disabled person and
 * a locked account.
 */
export async function handleAuth(request: Request, asked: Asked): Promise<Response | null> {
  const path = new URL(request.url).pathname.slice('/api/auth'.length);
  const entry = Object.hasOwn(ENTRANCES, path) ? ENTRANCES[path] : undefined;
  if (entry?.method !== request.method) return null;
  if (entry.method === 'GET') return throughProvider(request, asked, path, entry);
  const body = await readBody(request, entry);
  if (body === null) return answer(400, { code: 'invalid' });
  const { sessionToken, personId } = await readSession(request, asked);
  if (entry.needsSession && personId === null) return answer(401, {});
  const { read } = asked.store;
  const person = personId === null ? await personOfBody(asked.store, body) : await findPerson(read, personId);
  const fault =
    path === '/change-password' && person ? await findPasswordFault(String(body.newPassword), person) : null;
  if (fault !== null) return answer(400, { code: fault });

  const lock = lockKeys(asked.origin, entry, person?.email ?? String(body.email ?? ''));
  const door = await knock(asked, lock);
  if (door === 'locked') {
    await spendPasswordTime();
    return refusal(entry);
  }
  const signsIn = entry.signsIn && (path !== '/two-factor/verify-totp' || personId === null);
  const code = path === '/two-factor/verify-totp' ? String(body.code) : '';
  const scope: AuthScope = { path, origin: asked.origin, sessionToken, signsIn, code };
  const reply = await askLibrary(request, asked, scope, body, personId !== null);
  if (reply === null || reply.status >= 400) {
    if (entry.signsIn || entry.isGuarded) await tellRefusal(asked, person, path, door === 'last');
    return path.startsWith('/two-factor/verify') ? await codeRefusal(reply) : refusal(entry);
  }
  await forget(asked, lock);
  return stripped(reply);
}

/** Counts a try at what is counted, before it is made. */
async function knock({ store }: Asked, lock: LockKeys | null): Promise<'open' | 'last' | 'locked'> {
  return lock === null ? 'open' : store.touchTx((tx) => countTry(tx, lock.counters, new Date()));
}

async function forget({ store }: Asked, lock: LockKeys | null): Promise<void> {
  if (lock !== null) await store.touchTx((tx) => forgetTry(tx, lock.account, lock.address));
}

/**
 * The way to the identity provider and back: a browser comes by these, so every answer leads to a page. Whatever does
 * not fit, whoever has no access and a provider that is down get the same one.
 */
async function throughProvider(request: Request, asked: Asked, path: string, entry: Entrance): Promise<Response> {
  const { signsIn } = entry;
  const lock = lockKeys(asked.origin, entry, '');
  const door = await knock(asked, lock);
  if (door === 'locked') return toPage(null, []);
  const { sessionToken, personId } = await readSession(request, asked);
  const scope: AuthScope = { path, origin: asked.origin, sessionToken, signsIn, code: '' };
  const reply = await askLibrary(request, asked, scope, {}, personId !== null).catch((error: unknown) => {
    writeLog(readEnvironment().logLevel, 'warn', 'identity-provider', describeError(error));
    return null;
  });
  const target = reply?.headers.get('location') ?? null;
  if (target !== null) await forget(asked, lock);
  else if (signsIn) await tellRefusal(asked, null, path, door === 'last');
  return toPage(target, reply?.headers.getSetCookie() ?? []);
}

function toPage(target: string | null, cookies: readonly string[]): Response {
  const headers = new Headers({ location: target ?? '/log-ind?besked=udbyder', 'cache-control': 'no-store' });
  if (target !== null) for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}

/** The fields that the address takes; null where the body is none that it could take. */
async function readBody(request: Request, { fields }: Entrance): Promise<Body | null> {
  const text = await readText(request);
  if (text === null) return null;
  try {
    const given: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof given !== 'object' || given === null) return null;
    const taken = fields.map((field) => [field, (given as Body)[field]] as const);
    return taken.every(([, value]) => typeof value === 'string') ? Object.fromEntries(taken) : null;
  } catch {
    return null;
  }
}

async function readText(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The session of the request's cookie. One that has ended by our rules is taken away before the library sees it. */
async function readSession(
  request: Request,
  { store, publicUrl }: Asked,
): Promise<{ sessionToken: string; personId: string | null }> {
  const name = `${sessionCookieName(publicUrl)}=`;
  const pair = (request.headers.get('cookie') ?? '').split(/; */).find((one) => one.startsWith(name));
  const token = readSignedValue(pair && decode(pair.slice(name.length)), readSecret(store.folder));
  if (token === null) return { sessionToken: '', personId: null };
  const now = new Date();
  const signedIn = await findSignedIn(store.read, token, now, readEnvironment().idleMinutes * 60_000, danishDate(now));
  if (signedIn === null) await store.touchTx((tx) => endSession(tx, token));
  return { sessionToken: token, personId: signedIn?.person.id ?? null };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function personOfBody(store: Store, { email, personId }: Body): Promise<Person | null> {
  if (typeof email === 'string') return findPersonByEmail(store.read, email);
  return typeof personId === 'string' ? findPerson(store.read, personId) : Promise.resolve(null);
}

interface LockKeys {
  account: string;
  address: string;
  counters: TryCounter[];
}

/**
 * What a try counts against: the account where a password is guessed at, and the address for every way in, so that
 * nobody fills the trail with refusals either. Null: nothing to guess at.
 */
function lockKeys({ address }: Origin, { isGuarded, signsIn }: Entrance, email: string): LockKeys | null {
  if (!isGuarded && !signsIn) return null;
  // Whatever was typed as an address is kept as a hash: now and then it is a password.
  const account = isGuarded ? `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}` : '';
  const counters = [
    { key: account, limit: ACCOUNT_TRIES },
    { key: `address:${address}`, limit: ADDRESS_TRIES },
  ];
  return { account, address: `address:${address}`, counters: counters.filter(({ key }) => key !== '') };
}

/** The library's answer; null where it will not let the person in. */
async function askLibrary(
  request: Request,
  { store, publicUrl }: Asked,
  scope: AuthScope,
  body: Body,
  hasSession: boolean,
): Promise<Response | null> {
  const headers = new Headers({
    'content-type': 'application/json',
    origin: request.headers.get('origin') ?? '',
    'user-agent': (request.headers.get('user-agent') ?? '').slice(0, 300),
    cookie: request.headers.get('cookie') ?? '',
  });
  // A second factor is asked for by somebody who is not in yet: a session of before has no part in it.
  if (!hasSession) headers.set('cookie', withoutSession(headers.get('cookie') ?? '', sessionCookieName(publicUrl)));
  const extra = scope.path === '/change-password' ? { revokeOtherSessions: true } : {};
  const asked = new Request(request.url, {
    method: request.method,
    headers,
    ...(request.method === 'POST' ? { body: JSON.stringify({ ...body, ...extra }) } : {}),
  });
  try {
    return await withinScope(scope, () => authOf(store, publicUrl).handler(asked));
  } catch (error) {
    if (error instanceof SignInRefused) return null;
    if (isAPIError(error)) return answer(error.statusCode, { code: error.body?.code ?? '' });
    throw error;
  }
}

function withoutSession(cookies: string, name: string): string {
  return cookies
    .split(/; */)
    .filter((one) => !one.startsWith(`${name}=`))
    .join('; ');
}

/** Tells the trail of a try that failed. Who typed what is not kept, only whose account it was where there is one. */
async function tellRefusal(
  { store, origin }: Asked,
  person: Person | null,
  way: string,
  locks: boolean,
): Promise<void> {
  const actor = {
    personId: person?.id ?? '',
    name: person?.name ?? '',
    initials: person?.initials ?? '',
    grants: [],
    origin,
  };
  await store.touchTx((tx) =>
    recordEvents(tx, { actor, role: '', onBehalfOf: null }, new Date().toISOString(), [
      {
        action: 'refuse',
        subject: 'session',
        subjectId: person?.id ?? '',
        periodId: null,
        importId: null,
        before: null,
        after: { way, locks },
      },
    ]),
  );
}

function refusal({ needsSession }: Entrance): Response {
  return answer(401, { code: needsSession ? 'wrong-password' : 'sign-in-refused' });
}

/** Whether the code was wrong or the whole attempt is over and begins again with the password. */
async function codeRefusal(reply: Response | null): Promise<Response> {
  const { code } = reply === null ? { code: '' } : ((await reply.json()) as { code?: string });
  const isOver = code !== 'INVALID_CODE' && code !== 'INVALID_BACKUP_CODE';
  return answer(401, { code: isOver ? 'sign-in-over' : 'wrong-code' });
}

/** What pages need to know of the answer: never the session's token, which is the cookie's alone. */
async function stripped(reply: Response): Promise<Response> {
  const text = await reply.text();
  const body: Body = text === '' ? {} : JSON.parse(text);
  const { twoFactorRedirect, totpURI, backupCodes } = body;
  const clean = answer(200, { ok: true, secondFactor: twoFactorRedirect === true, totpURI, backupCodes });
  for (const cookie of reply.headers.getSetCookie()) clean.headers.append('set-cookie', cookie);
  return clean;
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
