'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { ImFunction } from '#lib/domain/im-function.ts';
import styles from './rules.module.css';

interface FunctionChoiceProps {
  /** What an ErrorSummary links to. */
  id: string;
  functions: readonly ImFunction[];
  chosen: readonly string[];
  isRequired: boolean;
  error: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}

/** Which IM functions a rule is limited to. What was chosen before and has no account now can be left out, too. */
export function FunctionChoice({ id, functions, chosen, isRequired, error, onChange }: FunctionChoiceProps) {
  const t = useTranslations('rules');
  const known = new Set(functions.map(({ code }) => code));
  const all = [...chosen.filter((code) => !known.has(code)).map((code) => ({ code, name: '' })), ...functions];
  const errorId = `${id}-error`;
  return (
    <fieldset
      className={styles.functions}
      aria-describedby={error ? errorId : undefined}
      data-refused={error ? true : undefined}
    >
      <legend>{t('fields.functions')}</legend>
      <p className={styles.help}>{t(isRequired ? 'functionsRequired' : 'functionsHelp')}</p>
      {error && (
        <p id={errorId} className={styles.error}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      <ul className={styles.choices}>
        {all.map(({ code, name }, place) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                id={place === 0 ? id : undefined}
                checked={chosen.includes(code)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
                }
              />
              <span>
                {code} {name}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
