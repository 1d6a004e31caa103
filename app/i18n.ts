import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesOf, parseLanguage } from '#lib/format/messages.ts';
import { LANGUAGE_COOKIE } from './preferences.ts';

/** The language is a person's choice, kept in a cookie: an address means the same to colleagues in both languages. */
export default getRequestConfig(async () => {
  const language = parseLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
  return { locale: language, messages: messagesOf(language), timeZone: 'Europe/Copenhagen' };
});
