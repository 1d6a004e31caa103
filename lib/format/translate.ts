import { createTranslator } from 'use-intl/core';
import { type Language, type Messages, messagesOf } from './messages.ts';

/** A text of an area by its key, with the values that it names. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The texts of one area in a language, for what is no page: the command line, exported files. Unknown keys throw. */
export function translatorOf(language: Language, area: keyof Messages): Translate {
  const translator = createTranslator({
    locale: language,
    messages: messagesOf(language),
    namespace: area,
    onError: (error) => {
      throw error;
    },
  });
  return translator as Translate;
}
