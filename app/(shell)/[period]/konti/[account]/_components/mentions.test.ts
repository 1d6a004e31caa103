import { describe, expect, it } from 'vitest';
import { findMentions, findTypedName } from './mentions.ts';

const NAMES = ['Demo Godkender', 'Demo', 'Åse Ø'];
const mentioned = (text: string) =>
  findMentions(text, NAMES)
    .filter(({ isMention }) => isMention)
    .map(({ part }) => part);

describe('the people named in a comment', () => {
  it.each([
    ['@Demo Godkender se her', ['@Demo Godkender']],
    ['Se @Åse Ø, @Demo.', ['@Åse Ø', '@Demo']],
    ['a@example.dk og @Ingen', []],
    ['@', []],
    ['', []],
  ])('%s', (text, expected) => expect(mentioned(text)).toEqual(expected));

  it('leave the text as it was', () => {
    const text = 'Hej @Demo, <b>@Demo Godkender</b>\n@';
    expect(
      findMentions(text, NAMES)
        .map(({ part }) => part)
        .join(''),
    ).toBe(text);
  });
});

describe('the name being typed', () => {
  it.each([
    ['Hej @De', { at: 4, typed: 'De' }],
    ['@', { at: 0, typed: '' }],
    ['Hej @Demo God', { at: 4, typed: 'Demo God' }],
    ['navn@kommune', null],
    ['Hej @De\nny linje', null],
  ])('%s', (text, expected) => expect(findTypedName(text, text.length)).toEqual(expected));
});
