'use server';

import { cookies } from 'next/headers';
import { parseLanguage } from '#lib/format/messages.ts';
import { LANGUAGE_COOKIE, NAVIGATION_COOKIE, parseTheme, THEME_COOKIE } from './preferences.ts';

const ONE_YEAR_IN_SECONDS = 31_536_000;

async function keep(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: '/', maxAge: ONE_YEAR_IN_SECONDS, sameSite: 'lax', httpOnly: true });
}

/** Keeps the form's `language` for this browser. */
export async function chooseLanguage(form: FormData): Promise<void> {
  await keep(LANGUAGE_COOKIE, parseLanguage(form.get('language')?.toString()));
}

/** Keeps the form's `theme` for this browser. */
export async function chooseTheme(form: FormData): Promise<void> {
  await keep(THEME_COOKIE, parseTheme(form.get('theme')?.toString()));
}

/** Keeps whether the navigation is folded to its icons. */
export async function chooseNavigation(folded: boolean): Promise<void> {
  await keep(NAVIGATION_COOKIE, folded ? 'folded' : 'open');
}
