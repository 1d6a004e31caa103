'use server';

import { cookies } from 'next/headers';
import { PERSON_COOKIE } from '#lib/auth/current-context.ts';

/** Acts as another demo person from here on; whether there is such a person is asked where the cookie is read. */
export async function choosePerson(personId: string): Promise<void> {
  (await cookies()).set(PERSON_COOKIE, personId, { path: '/', sameSite: 'lax', httpOnly: true });
}
