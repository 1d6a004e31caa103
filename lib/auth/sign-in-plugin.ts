import { randomBytes } from 'node:crypto';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { readEnvironment } from '#lib/config/environment.ts';
import { SignInRefused } from '#lib/db/auth-client.ts';
import { isDemo } from '#lib/db/demo.ts';
import { readSignInSettings } from '#lib/db/sign-in-settings.ts';
import type { Store } from '#lib/db/store.ts';
import { admitProviderPerson } from '#lib/services/admit-provider-person.ts';
import { beginOidc, finishOidc, oidcFlow } from './oidc.ts';
import { safeReturnPath } from './return-path.ts';
import { currentScope } from './scope.ts';

const FLOW_COOKIE = 'oidc';
/** How long somebody may take at the provider. */
const FLOW_S = 600;

/** Ways in that are ours: a demo's people with one click, and an identity provider by OpenID Connect. */
export function signInPlugin(store: Store, baseURL: string) {
  const redirectUri = `${baseURL}/api/auth/oidc/callback`;
  return {
    id: 'afstemt',
    endpoints: {
      signInDemo: createAuthEndpoint(
        '/sign-in/demo',
        { method: 'POST', body: z.object({ personId: z.string().min(1).max(100) }) },
        async (ctx) => {
          const person = (await isDemo(store.read))
            ? await store.read.person.findUnique({ where: { id: ctx.body.personId, demo: true } })
            : null;
          if (!person) throw new APIError('UNAUTHORIZED');
          const session = await ctx.context.internalAdapter.createSession(person.id);
          await setSessionCookie(ctx, { session, user: person });
          return ctx.json({ ok: true });
        },
      ),
      beginOidc: createAuthEndpoint('/oidc/start', { method: 'GET' }, async (ctx) => {
        const { oidc } = await readSignInSettings(store.read);
        if (oidc.issuer === '' || oidc.clientId === '') throw new SignInRefused();
        const target = safeReturnPath(typeof ctx.query?.til === 'string' ? ctx.query.til : null);
        const { flow, address } = await beginOidc(oidc, readEnvironment().oidcSecret, redirectUri, target);
        await ctx.context.adapter.deleteMany({
          model: 'verification',
          where: [{ field: 'expiresAt', operator: 'lt', value: new Date() }],
        });
        const id = randomBytes(24).toString('base64url');
        await ctx.context.internalAdapter.createVerificationValue({
          identifier: `oidc-${id}`,
          value: JSON.stringify(flow),
          expiresAt: new Date(Date.now() + FLOW_S * 1000),
        });
        const { name, attributes } = ctx.context.createAuthCookie(FLOW_COOKIE, { maxAge: FLOW_S });
        await ctx.setSignedCookie(name, id, ctx.context.secret, attributes);
        throw ctx.redirect(address.href);
      }),
      finishOidc: createAuthEndpoint('/oidc/callback', { method: 'GET' }, async (ctx) => {
        const { name, attributes } = ctx.context.createAuthCookie(FLOW_COOKIE, { maxAge: FLOW_S });
        const id = await ctx.getSignedCookie(name, ctx.context.secret);
        // Consumed whatever comes of it: an answer is worth something once, and in the browser that asked.
        const kept = id ? await ctx.context.internalAdapter.consumeVerificationValue(`oidc-${id}`) : null;
        ctx.setCookie(name, '', { ...attributes, maxAge: 0 });
        if (!kept || kept.expiresAt < new Date()) throw new SignInRefused();
        const flow = oidcFlow.parse(JSON.parse(kept.value));
        const { oidc } = await readSignInSettings(store.read);
        const answered = new URL(redirectUri);
        answered.search = new URL(ctx.request?.url ?? redirectUri).search;
        const provided = await finishOidc(oidc, readEnvironment().oidcSecret, answered, flow);
        const personId = await admitProviderPerson(store, currentScope().origin, provided);
        const person = personId === null ? null : await store.read.person.findUnique({ where: { id: personId } });
        if (!person) throw new SignInRefused();
        const session = await ctx.context.internalAdapter.createSession(person.id);
        await setSessionCookie(ctx, { session, user: person });
        throw ctx.redirect(safeReturnPath(flow.target));
      }),
    },
  };
}
