import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import styles from './choice.module.css';

interface ChoiceProps<Value extends string | number> {
  /** What an ErrorSummary links to: the first of the options. */
  id: string;
  legend: string;
  hideLegend?: boolean;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value | null;
  onChange: (value: Value) => void;
  error?: string | null | undefined;
  required?: boolean;
}

/** One of a few, all in view. */
export function Choice<Value extends string | number>({
  id,
  legend,
  hideLegend = false,
  options,
  value,
  onChange,
  error,
  required = false,
}: ChoiceProps<Value>) {
  const t = useTranslations('ui');
  const name = useId();
  const errorId = `${id}-error`;
  return (
    <fieldset className={styles.choice} data-refused={Boolean(error)} aria-describedby={error ? errorId : undefined}>
      <legend className={hideLegend ? styles.hidden : styles.legend}>
        {legend}
        {required && <span className={styles.required}> {t('required')}</span>}
      </legend>
      {error && (
        <p id={errorId} className={styles.error}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      <div className={styles.options}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              checked={value === option.value}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
