import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { readEnvironment } from '#lib/config/environment.ts';
import { authClient } from '#lib/db/auth-client.ts';
import type { Store } from '#lib/db/store.ts';
import { hashPassword, isPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts';
import { currentScope } from './scope.ts';
import { readSecret } from './secret.ts';
import { signInPlugin } from './sign-in-plugin.ts';

/** A session ends by then at the latest, however busy it is. */
const LONGEST_SESSION_S = 12 * 3600;

const COOKIE_PREFIX = 'afstemt';

/** The name of the session's cookie: browsers send one that begins with `__Secure-` over https only. */
export function sessionCookieName(publicUrl: string | null): string {
  return `${publicUrl?.startsWith('https:') ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;
}

/** The sign-in library over a store. Made when it is first asked for, so that no build opens the database. */
function createAuth(store: Store, publicUrl: string | null) {
  const { port } = readEnvironment();
  const baseURL = publicUrl ?? `http://127.0.0.1:${port}`;
  return betterAuth({
    appName: 'Afstemt',
    baseURL,
    basePath: '/api/auth',
    secret: readSecret(store.folder),
    database: prismaAdapter(authClient(store, currentScope), { provider: 'sqlite', transaction: true }),
    user: { modelName: 'person' },
    session: {
      modelName: 'session',
      expiresIn: LONGEST_SESSION_S,
      // When a session was last used, and whether it has been idle too long, is for current-context.ts.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'credential' },
    verification: { modelName: 'verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    plugins: [
      twoFactor({ issuer: 'Afstemt', schema: { twoFactor: { modelName: 'twoFactor' } } }),
      signInPlugin(store, baseURL),
    ],
    // handle-auth.ts has held the request's origin against the public address, and counts tries in the database.
    trustedOrigins: publicUrl === null ? ['http://127.0.0.1:*', 'http://localhost:*', 'http://[::1]:*'] : [publicUrl],
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: COOKIE_PREFIX, useSecureCookies: baseURL.startsWith('https:') },
    onAPIError: { throw: true },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

type Auth = ReturnType<typeof createAuth>;

const made = new WeakMap<Store, Map<string | null, Auth>>();

/** The sign-in library of a store, one a process. */
export function authOf(store: Store, publicUrl: string | null): Auth {
  const ofStore = made.get(store) ?? new Map<string | null, Auth>();
  made.set(store, ofStore);
  const auth = ofStore.get(publicUrl) ?? createAuth(store, publicUrl);
  ofStore.set(publicUrl, auth);
  return auth;
}
