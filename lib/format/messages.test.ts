import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Messages, messagesOf, parseLanguage } from './messages.ts';

/** Every text by its whole key. */
function flatten(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no text`);
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, key === '' ? name : `${key}.${name}`));
}

/** The tags that rich text is marked by: `link` of `<link>…</link>`. Quoted ones are text. */
function findTags(message: string): string[] {
  return [...message.replace(/'[<{][^']*'/g, '').matchAll(/<(\w+)>/g)].map((match) => match[1] ?? '').sort();
}

/** The arguments that an ICU message takes, with their kinds: `count:plural`. */
function findArguments(message: string): string[] {
  const found = new Set<string>();
  let at = 0;
  const readName = (): string => {
    const name = /^\s*([^\s,{}]*)\s*/.exec(message.slice(at));
    at += name?.[0].length ?? 0;
    return name?.[1] ?? '';
  };
  const readText = (): void => {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') readArgument();
      else at += 1;
    }
  };
  const readArgument = (): void => {
    at += 1;
    const name = readName();
    let kind = '';
    if (message[at] === ',') {
      at += 1;
      kind = readName();
      if (message[at] === ',') at += 1;
      while (at < message.length && message[at] !== '}') {
        readName();
        if (message[at] !== '{') throw new Error(`a branch without text in: ${message}`);
        at += 1;
        readText();
        at += 1;
        while (/\s/.test(message[at] ?? '')) at += 1;
      }
    }
    at += 1;
    found.add(kind === '' ? name : `${name}:${kind}`);
  };
  readText();
  return [...found].sort();
}

const danish = new Map(flatten(messagesOf('da')));
const english = new Map(flatten(messagesOf('en')));

describe('the texts', () => {
  it('are the same ones in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...danish.keys()].sort());
    expect(danish.size).toBeGreaterThan(100);
  });

  it('take the same arguments and tags in both languages', () => {
    for (const [key, text] of danish) {
      const other = english.get(key) ?? '';
      expect([key, findArguments(other), findTags(other)]).toEqual([key, findArguments(text), findTags(text)]);
    }
  });

  it('are never empty', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of flatten(messagesOf(language)))
        expect([language, key, text.trim()]).not.toEqual([language, key, '']);
    }
  });

  it('can all be formatted, with nothing left over', () => {
    for (const language of LANGUAGES) {
      const texts: Messages = messagesOf(language);
      const translate = createTranslator({
        locale: language,
        messages: texts,
        onError: (error) => {
          throw error;
        },
      }).markup as (key: string, values: Record<string, number | ((inner: string) => string)>) => string;
      for (const [key, text] of flatten(texts)) {
        const values = findArguments(text).map((argument) => [argument.replace(/:.*/, ''), 3]);
        const tags = findTags(text).map((tag) => [tag, (inner: string) => inner]);
        expect(translate(key, Object.fromEntries([...values, ...tags]))).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('finding arguments', () => {
  it.each([
    ['no argument', []],
    ['{done} af {total}', ['done', 'total']],
    ['{count, plural, one {en række} other {# rækker}}', ['count:plural']],
    [
      '{count, plural, =0 {ingen} one {{number} række} other {{number} rækker}} i {place}',
      ['count:plural', 'number', 'place'],
    ],
  ])('%s', (message, expected) => expect(findArguments(message)).toEqual(expected));
});

describe('reading a language', () => {
  it('is Danish unless English is asked for', () => {
    expect([parseLanguage('en'), parseLanguage('da'), parseLanguage('sv'), parseLanguage(undefined)]).toEqual([
      'en',
      'da',
      'da',
      'da',
    ]);
  });
});
