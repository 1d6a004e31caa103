import { readEnvironment } from '#lib/config/environment.ts';
import { readSignInSettings } from '#lib/db/sign-in-settings.ts';
import { listUnits, type NamedUnit } from '#lib/db/units.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { SignInSettings } from '#lib/schemas/sign-in-settings.ts';
import type { Context } from './context.ts';

export interface SignInSettingsPage {
  settings: SignInSettings;
  units: NamedUnit[];
  /** Whether the environment holds the client's secret. The secret itself is shown to nobody. */
  hasSecret: boolean;
}

/** How people sign in; null: who asks does not manage people. */
export async function getSignInSettings({ store: { read }, actor }: Context): Promise<SignInSettingsPage | null> {
  if (!may(actor, 'managePeople', EVERYWHERE)) return null;
  const [settings, units] = await Promise.all([readSignInSettings(read), listUnits(read)]);
  return { settings, units, hasSecret: readEnvironment().oidcSecret !== null };
}
