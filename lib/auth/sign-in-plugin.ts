import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { isDemo } from '#lib/db/demo.ts';
import type { Store } from '#lib/db/store.ts';

/** Ways in that are ours: a demo's people with one click. */
export function signInPlugin(store: Store) {
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
    },
  };
}
