import path from 'node:path';
import { z } from 'zod';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const FLAG = z.enum(['0', '1']);

/** What follows the host would be lost: the product is served at the root of its name. */
const publicAddress = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine(
    ({ href, origin }) => href === `${origin}/`,
    'takes scheme, name and port only, such as https://afstemt.example.dk',
  )
  .transform(({ origin }) => origin);

/** Without `smtps:` the connection is made secret by STARTTLS, but for a server on this machine. */
const mailServer = z.url({ protocol: /^smtps?$/, error: 'takes smtp://user:password@host:port or smtps://…' });

const schema = z.object({
  AFSTEMT_DATA: z.string().min(1).default('./data'),
  AFSTEMT_DEMO: FLAG.default('1'),
  AFSTEMT_LANGUAGE: z.enum(['da', 'en']).default('da'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  AFSTEMT_URL: publicAddress.optional(),
  AFSTEMT_SECRET: z.string().min(32, 'takes at least 32 characters').optional(),
  AFSTEMT_PROXY: FLAG.default('0'),
  AFSTEMT_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(60),
  AFSTEMT_OIDC_SECRET: z.string().min(1).optional(),
  AFSTEMT_LOG: z.enum(LOG_LEVELS).default('info'),
  AFSTEMT_DROP: z.string().min(1).optional(),
  AFSTEMT_SMTP_URL: mailServer.optional(),
  AFSTEMT_MAIL_FROM: z.email().optional(),
});

/** Variables whose value is shown to nobody. */
const SECRET = new Set(['AFSTEMT_SECRET', 'AFSTEMT_OIDC_SECRET', 'AFSTEMT_SMTP_URL']);

export interface Environment {
  /** Absolute path of the folder that holds all data. */
  dataFolder: string;
  /** Whether a first start fills an empty database with the demo. */
  loadsDemo: boolean;
  /** The language of the command line. */
  language: 'da' | 'en';
  port: number;
  /** Origin under which browsers reach the installation (https://afstemt.example.dk); null: this machine's own names only. */
  publicUrl: string | null;
  /** Key by which sign-in signs and encrypts; null: one that is made and kept beside the data. */
  secret: string | null;
  /** Whether requests come through a proxy of our own, whose word on address and request id is taken. */
  isBehindProxy: boolean;
  /** Minutes without a request after which a session ends. */
  idleMinutes: number;
  /** The client secret at the OpenID Connect provider; null: none. */
  oidcSecret: string | null;
  /** Where mail is handed in, and whom it is from; null: no mail is sent. */
  mail: { url: string; from: string } | null;
  /** Absolute path of the folder from which the server imports what is put there; null: there is none. */
  dropFolder: string | null;
  /** The least that is logged. */
  logLevel: LogLevel;
}

/** A setting of the environment has a value that cannot be used; the message names it and what it takes. */
export class EnvironmentError extends Error {}

/**
 * Reads and checks the environment (.env.example lists it). An empty variable counts as not set.
 * @throws EnvironmentError naming each variable that is wrong; the values of secrets are left out
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path: [name], message }) => {
      const value = SECRET.has(String(name)) ? '…' : (given[String(name)] ?? '');
      return `${String(name)}=${value}: ${message}`;
    });
    throw new EnvironmentError(lines.join('\n'));
  }
  const { data } = result;
  return {
    dataFolder: path.resolve(data.AFSTEMT_DATA),
    loadsDemo: data.AFSTEMT_DEMO === '1',
    language: data.AFSTEMT_LANGUAGE,
    port: data.PORT,
    publicUrl: data.AFSTEMT_URL ?? null,
    secret: data.AFSTEMT_SECRET ?? null,
    isBehindProxy: data.AFSTEMT_PROXY === '1',
    idleMinutes: data.AFSTEMT_IDLE_MINUTES,
    oidcSecret: data.AFSTEMT_OIDC_SECRET ?? null,
    mail:
      data.AFSTEMT_SMTP_URL === undefined || data.AFSTEMT_MAIL_FROM === undefined
        ? null
        : { url: data.AFSTEMT_SMTP_URL, from: data.AFSTEMT_MAIL_FROM },
    dropFolder: data.AFSTEMT_DROP === undefined ? null : path.resolve(data.AFSTEMT_DROP),
    logLevel: data.AFSTEMT_LOG,
  };
}
