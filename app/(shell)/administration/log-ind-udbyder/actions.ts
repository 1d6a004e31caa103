'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { SignInSettings } from '#lib/schemas/sign-in-settings.ts';
import type { Result } from '#lib/services/context.ts';
import { updateSignInSettings } from '#lib/services/update-sign-in-settings.ts';

export async function saveSignInSettings(input: SignInSettings): Promise<Result<SignInSettings>> {
  return updateSignInSettings(await currentContext(), input);
}
