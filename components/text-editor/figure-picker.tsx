'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import type { FigureOption, FigureSource } from './fields.ts';
import { FigureList, moveInList, optionId } from './figure-list.tsx';
import styles from './figure-picker.module.css';

interface FigurePickerProps {
  figures: FigureSource;
  /** The key of the one that is chosen; '' where none is. */
  value: string;
  error?: string | null;
  onChoose: (option: FigureOption) => void;
}

/** Finds a figure by words or key, and chooses it. */
export function FigurePicker({ figures, value, error, onChoose }: FigurePickerProps) {
  const t = useTranslations('textEditor.figures');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const chosen = figures.find(value);
  const options = useMemo(() => (typed === null ? [] : figures.search(typed)), [figures, typed]);
  const isOpen = typed !== null;
  const index = Math.min(at, Math.max(0, options.length - 1));

  function choose(option: FigureOption) {
    setTyped(null);
    onChoose(option);
  }

  return (
    <div className={styles.picker}>
      <Field label={t('pick')} help={t('pickHelp')} error={error}>
        {(control) => (
          <input
            {...control}
            type="text"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && options.length > 0 ? optionId(`${id}-list`, index) : undefined}
            autoComplete="off"
            spellCheck={false}
            className={styles.input}
            value={typed ?? chosen?.label ?? value}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onFocus={(event) => event.target.select()}
            onBlur={() => setTyped(null)}
            onKeyDown={(event) => {
              const next = isOpen ? moveInList(event.key, index, options.length) : null;
              const option = options[index];
              if (next !== null) setAt(next);
              else if (event.key === 'ArrowDown' && !isOpen) setTyped('');
              else if (event.key === 'Enter' && isOpen && option) choose(option);
              else if (event.key === 'Escape' && isOpen) setTyped(null);
              else return;
              // Neither sends the form nor closes the dialog that it stands in.
              event.preventDefault();
              event.stopPropagation();
            }}
          />
        )}
      </Field>
      {isOpen && (
        <div className={styles.panel}>
          <FigureList
            id={`${id}-list`}
            label={t('label')}
            options={options}
            at={index}
            onAt={setAt}
            onChoose={choose}
            nothing={t('nothing', { query: typed })}
          />
        </div>
      )}
      {!isOpen && chosen && (
        <p className={styles.today}>
          {t('today', { printed: chosen.printed })} <span className={styles.key}>{chosen.key}</span>
        </p>
      )}
    </div>
  );
}
