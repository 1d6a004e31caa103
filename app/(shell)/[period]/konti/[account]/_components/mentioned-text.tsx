import { findMentions } from './mentions.ts';

/** A comment's text, with those mentioned in it set off. */
export function MentionedText({ text, names }: { text: string; names: readonly string[] }) {
  return findMentions(text, names).map(({ key, part, isMention }) =>
    isMention ? <strong key={key}>{part}</strong> : <span key={key}>{part}</span>,
  );
}
