'use server';

import { choosePassword } from '#lib/auth/choose-password.ts';
import type { Result } from '#lib/services/context.ts';

/** Nobody is signed in here: the one-time link's code says who it is. */
export async function choosePasswordAction(input: {
  code: string;
  password: string;
  name: string;
  email: string;
}): Promise<Result<null>> {
  return choosePassword(input);
}
