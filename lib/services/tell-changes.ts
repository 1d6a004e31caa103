import { formatCount, formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { type Language, messagesOf } from '#lib/format/messages.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { FieldChange, ShownValue } from './describe-change.ts';

/** What tells changes as one text: `Saldo, kr.: 1.000,00 → 1.200,00; …`. Made once for many events. */
export function makeChangeTeller(language: Language): (fields: readonly FieldChange[]) => string {
  const words: Record<string, string> = messagesOf(language).import.change.fields;
  const inner: Record<string, string> = { ...words, ...messagesOf(language).import.change.parts };
  const common = translatorOf(language, 'common');
  const imports = translatorOf(language, 'import');
  const trail = translatorOf(language, 'trail');

  function tellValue(value: ShownValue): string {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'money':
        return formatOre(BigInt(value.ore));
      case 'date':
        return formatDate(value.date);
      case 'category':
        return String(value.category);
      case 'flag':
        return common(value.yes ? 'yes' : 'no');
      case 'method':
        return imports(`change.method.${value.method}`);
      case 'status':
        return trail(`status.${value.status}`);
      case 'word':
        return trail(`words.${value.word}`);
      case 'count':
        return formatCount(value.count);
      case 'parts':
        return value.parts
          .map((fields) => fields.map((one) => `${inner[one.field] ?? one.field}: ${tellValue(one.value)}`).join('; '))
          .join(' | ');
      case 'items':
        return value.items
          .map(({ date, text, ore }) => `${formatDate(date)} ${text} ${formatOre(BigInt(ore))}`)
          .join(', ');
      case 'steps':
        return value.steps
          .map(({ activity, deadline, consequence }) =>
            [activity, deadline && formatDate(deadline), consequence].filter(Boolean).join(' · '),
          )
          .join(', ');
    }
  }

  function tellChange({ field, committee, before, after }: FieldChange): string {
    const word = words[field] ?? field;
    const name = committee === null ? word : `${committee}: ${word}`;
    const next = after === null ? '–' : tellValue(after);
    return before === null ? `${name}: ${next}` : `${name}: ${tellValue(before)} → ${next}`;
  }

  return (fields) => fields.map(tellChange).join('; ');
}
