import { recordEvents } from '#lib/db/audit.ts';
import { readSignInSettings, writeSignInSettings } from '#lib/db/sign-in-settings.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { type SignInSettings, signInSettingsInput } from '#lib/schemas/sign-in-settings.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/** Changes how people sign in: the second factor, and the identity provider with what its groups give. */
export async function updateSignInSettings(context: Context, input: unknown): Promise<Result<SignInSettings>> {
  const parsed = parseInput(signInSettingsInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  return context.store.touchTx(async (tx) => {
    const before = await readSignInSettings(tx);
    await writeSignInSettings(tx, parsed.value);
    await recordEvents(tx, acting, new Date().toISOString(), [
      personEvent('update', 'settings', 'signIn', before, parsed.value),
    ]);
    return done(parsed.value);
  });
}
