'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { type Condition, OPERATORS, type Operator, readValue, valueCount } from '#lib/format/list-conditions.ts';
import type { Column } from './columns.ts';
import styles from './menu.module.css';

/** What is wrong with a value, by the kind of its column. */
const ERRORS = { money: 'invalidAmount', date: 'invalidDate', count: 'table.invalidCount' } as const;

interface ConditionFormProps<Row> {
  column: Column<Row>;
  conditions: readonly Condition[];
  onApply: (conditions: readonly Condition[]) => void;
}

/** A condition on a column: what is asked and what of. A new one takes the place of an earlier one of its kind. */
export function ConditionForm<Row>({ column, conditions, onApply }: ConditionFormProps<Row>) {
  const t = useTranslations('ui');
  const id = useId();
  const operators = OPERATORS[column.kind].filter((operator) => operator !== 'en-af');
  const earlier = conditions.find((one) => one.column === column.id && one.operator !== 'en-af');
  const [operator, setOperator] = useState<Operator>(earlier?.operator ?? operators[0] ?? 'tom');
  const [texts, setTexts] = useState<readonly string[]>(earlier?.values ?? []);
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const count = valueCount(operator);
  const fields = Array.from({ length: count }, (_, index) => index);

  function apply(event: FormEvent) {
    event.preventDefault();
    const read = fields.map((index) => readValue(column.kind, texts[index] ?? ''));
    setWrong(fields.filter((index) => read[index] === null));
    const values = read.filter((value) => value !== null);
    if (values.length < count) return;
    const others = conditions.filter((one) => one.column !== column.id || one.operator !== operator);
    onApply([...others, { column: column.id, operator, values }]);
  }

  const error =
    column.kind === 'money' || column.kind === 'date' || column.kind === 'count' ? ERRORS[column.kind] : null;
  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <label htmlFor={`${id}-operator`} className={styles.legend}>
        {t('table.condition')}
      </label>
      <select
        id={`${id}-operator`}
        className={styles.input}
        value={operator}
        onChange={(event) => setOperator(operators.find((one) => one === event.target.value) ?? operator)}
      >
        {operators.map((one) => (
          <option key={one} value={one}>
            {t(`table.operators.${one}`)}
          </option>
        ))}
      </select>
      {fields.map((index) => (
        <div key={index}>
          <input
            className={styles.input}
            aria-label={t(index === 0 ? 'table.value' : 'table.valueTo')}
            aria-invalid={wrong.includes(index) ? true : undefined}
            aria-describedby={wrong.includes(index) ? `${id}-${index}` : undefined}
            inputMode={column.kind === 'money' || column.kind === 'count' ? 'decimal' : undefined}
            placeholder={t(`table.examples.${column.kind}`)}
            value={texts[index] ?? ''}
            onChange={(event) =>
              setTexts(fields.map((one) => (one === index ? event.target.value : (texts[one] ?? ''))))
            }
          />
          {wrong.includes(index) && (
            <p id={`${id}-${index}`} className={styles.error} role="alert">
              {t(error ?? 'table.missingValue')}
            </p>
          )}
        </div>
      ))}
      <Button type="submit">{t('table.apply')}</Button>
    </form>
  );
}
