'use client';

import { useEffect, useRef } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import styles from './filter-bar.module.css';

interface SetFilterMenuProps {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChoose: (values: string[]) => void;
}

/** A list of ticks that opens under its name; closes on Esc and when one goes elsewhere. */
export function SetFilterMenu({ label, options, chosen, onChoose }: SetFilterMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const element = details.current;
    if (element === null) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    element.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      element.removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  return (
    <details ref={details} className={styles.menu}>
      <summary className={styles.summary}>
        {label}
        <Icon name="chevron" />
      </summary>
      <fieldset className={styles.options} aria-label={label}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                onChoose(
                  event.target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value),
                )
              }
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
