import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { SignInSettings } from '#lib/schemas/sign-in-settings.ts';
import type { ProviderPerson } from '#lib/services/admit-provider-person.ts';

type Provider = SignInSettings['oidc'];

const TIMEOUT_S = 10;
const KEPT_MS = 3_600_000;

const known = new Map<string, { at: number; configuration: Configuration }>();

/**
 * What the provider says of itself. Asked for at the first sign-in, so that one which is down keeps nothing from
 * starting; kept for an hour.
 */
async function discover({ issuer, clientId }: Provider, secret: string | null): Promise<Configuration> {
  const key = JSON.stringify([issuer, clientId, secret]);
  const kept = known.get(key);
  if (kept && Date.now() - kept.at < KEPT_MS) return kept.configuration;
  // The settings take http for this machine's own names alone.
  const isPlain = new URL(issuer).protocol === 'http:';
  const found = await discovery(new URL(issuer), clientId, undefined, None(), {
    timeout: TIMEOUT_S,
    execute: isPlain ? [allowInsecureRequests] : [],
  });
  const server = found.serverMetadata();
  if (server.issuer !== issuer) throw new Error('The provider calls itself by another name.');
  const configuration = new Configuration(server, clientId, undefined, clientAuthentication(server, secret));
  configuration.timeout = TIMEOUT_S;
  if (isPlain) allowInsecureRequests(configuration);
  // The token's signature is checked although it comes straight from the provider.
  enableNonRepudiationChecks(configuration);
  known.set(key, { at: Date.now(), configuration });
  return configuration;
}

function clientAuthentication(
  { token_endpoint_auth_methods_supported: methods }: { token_endpoint_auth_methods_supported?: string[] },
  secret: string | null,
) {
  if (secret === null) return None();
  const takesBasic = methods === undefined || methods.includes('client_secret_basic');
  return takesBasic ? ClientSecretBasic(secret) : ClientSecretPost(secret);
}

/** What the answer must fit; kept on our side until it comes. */
export const oidcFlow = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), target: z.string() });
export type OidcFlow = z.infer<typeof oidcFlow>;

/** Begins a sign-in at the provider. @throws where it cannot be reached */
export async function beginOidc(
  provider: Provider,
  secret: string | null,
  redirectUri: string,
  target: string,
): Promise<{ flow: OidcFlow; address: URL }> {
  const configuration = await discover(provider, secret);
  const flow: OidcFlow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), target };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  });
  return { flow, address };
}

const claimsOf = z.looseObject({
  sub: z.string().min(1).max(255),
  email: z.email().max(200).optional(),
  email_verified: z.boolean().optional(),
  name: z.string().max(200).optional(),
  preferred_username: z.string().max(200).optional(),
});

/**
 * Ends a sign-in at the provider: state, code with its verifier, and of the token signature, issuer, audience, times and
 * nonce (openid-client). @param answered the address that the provider sent the browser to
 * @throws whatever of these does not fit
 */
export async function finishOidc(
  provider: Provider,
  secret: string | null,
  answered: URL,
  flow: OidcFlow,
): Promise<ProviderPerson> {
  const configuration = await discover(provider, secret);
  const tokens = await authorizationCodeGrant(configuration, answered, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (!token) throw new Error('The provider sent no token.');
  const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = hasUserInfo ? await fetchUserInfo(configuration, tokens.access_token, token.sub) : {};
  const claims = claimsOf.parse({ ...more, ...token });
  return {
    issuer: token.iss,
    subject: claims.sub,
    // An address that the provider itself says is not verified says nothing of who somebody is.
    email: claims.email_verified === false ? '' : (claims.email ?? ''),
    isEmailVerified: claims.email_verified === true,
    name: claims.name ?? claims.preferred_username ?? '',
    groups: provider.groupClaim === '' ? null : groupsOf(claims[provider.groupClaim]),
  };
}

function groupsOf(claim: unknown): string[] {
  const list = z.array(z.string()).safeParse(claim);
  if (list.success) return list.data;
  return typeof claim === 'string' && claim !== '' ? [claim] : [];
}
