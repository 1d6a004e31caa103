'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './menu.module.css';

/** From so many on there is a field to find among them, and no more than so many are shown. */
const SEARCHED_FROM = 9;
const MOST_SHOWN = 100;

interface ValueTicksProps {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChoose: (values: readonly string[]) => void;
}

/** Values to tick, with a field to find among many. */
export function ValueTicks({ label, options, chosen, onChoose }: ValueTicksProps) {
  const t = useTranslations('ui.table');
  const [sought, setSought] = useState('');
  const lower = sought.toLocaleLowerCase('da');
  const found = options.filter((option) => option.label.toLocaleLowerCase('da').includes(lower));
  return (
    <fieldset className={styles.ticks}>
      <legend className={styles.legend}>{label}</legend>
      {options.length >= SEARCHED_FROM && (
        <input
          type="search"
          className={styles.input}
          aria-label={t('findValue')}
          placeholder={t('findValue')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <div className={styles.values}>
        {found.slice(0, MOST_SHOWN).map((option) => (
          <label key={option.value} className={styles.tick}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                onChoose(
                  event.target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
        {found.length > MOST_SHOWN && (
          <p className={styles.more}>{t('moreValues', { count: found.length - MOST_SHOWN })}</p>
        )}
      </div>
    </fieldset>
  );
}
