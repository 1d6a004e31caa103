import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { ShownValue as Value } from '#lib/services/describe-change.ts';
import styles from './shown-value.module.css';
import { useValueWord } from './value-word.ts';

/** One value of a change in words, amounts in kroner. null: there is none. */
export function ShownValue({ value }: { value: Value | null }) {
  const t = useTranslations();
  const valueWord = useValueWord();
  if (value === null) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>{t('import.change.none')}</VisuallyHidden>
      </span>
    );
  }
  const wordOf = (field: string) => {
    const [own, usual] = [`import.change.parts.${field}`, `import.change.fields.${field}`];
    return t.has(own) ? t(own) : t.has(usual) ? t(usual) : field;
  };
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'money':
      return <Money amount={BigInt(value.ore)} />;
    case 'date':
      return formatDate(value.date);
    case 'category':
      return <CategoryMark category={value.category} short />;
    case 'flag':
    case 'method':
    case 'status':
    case 'word':
      return valueWord(value);
    case 'count':
      return formatCount(value.count);
    case 'parts':
      return (
        <ul className={styles.lines}>
          {value.parts
            .map((fields, place) => ({ fields, key: `part-${place}` }))
            .map(({ fields, key }) => (
              <li key={key}>
                {fields.map((field, place) => (
                  <Fragment key={field.field}>
                    {place > 0 && '; '}
                    {wordOf(field.field)}: <ShownValue value={field.value} />
                  </Fragment>
                ))}
              </li>
            ))}
        </ul>
      );
    case 'items':
      return (
        <ul className={styles.lines}>
          {value.items
            .map(({ date, text, ore }, place) => ({ date, text, ore, key: `item-${place}` }))
            .map((item) => (
              <li key={item.key}>
                {formatDate(item.date)} {item.text} <Money amount={BigInt(item.ore)} />
              </li>
            ))}
        </ul>
      );
    case 'steps':
      return (
        <ul className={styles.lines}>
          {value.steps
            .map((step, place) => ({ ...step, key: `step-${place}` }))
            .map((step) => (
              <li key={step.key}>
                {[step.activity, step.deadline && formatDate(step.deadline), step.consequence]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
        </ul>
      );
  }
}
