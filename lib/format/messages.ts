import danishTexts from '#messages/da.json' with { type: 'json' };
import englishTexts from '#messages/en.json' with { type: 'json' };
// Apart, since the page that is shown when all else fails carries its texts in both languages.
import errorTexts from '#messages/errors.json' with { type: 'json' };

/** The languages of the screens and of the command line; Danish is the default (product.md). */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const DEFAULT_LANGUAGE: Language = 'da';

/** Reads a language as a cookie or an environment states it; Danish for anything else. */
export function parseLanguage(text: string | undefined): Language {
  return LANGUAGES.find((language) => language === text) ?? DEFAULT_LANGUAGE;
}

const danish = { ...danishTexts, errors: errorTexts.da };

const english: typeof danish = { ...englishTexts, errors: errorTexts.en };

/** All texts of a language: one object per area, such as `nav.accounts`; ICU message format. */
export type Messages = typeof danish;

/** The texts of `language`, for the pages and the command line alike. */
export function messagesOf(language: Language): Messages {
  return language === 'en' ? english : danish;
}
