'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect, useRef } from 'react';
import styles from './error-summary.module.css';

export interface SummaryError {
  /** The id of the field to go to; null where the error concerns the whole form. */
  fieldId: string | null;
  text: string;
}

/** Goes to a field without a place of its own in the browser's history: back leads to where one came from. */
function goToField(event: MouseEvent, fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (field === null) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus();
  if (document.activeElement !== field) field.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}

/**
 * What keeps a form from being saved, on top of it, with links to the fields. Takes the focus whenever there is a new
 * list; pass the same array for as long as it is the same answer.
 */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);

  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <h2 className={styles.title}>{t('errorSummaryTitle', { count: errors.length })}</h2>
      <ul className={styles.list}>
        {errors.map(({ fieldId, text }) => (
          <li key={`${fieldId}:${text}`}>
            {fieldId === null ? (
              text
            ) : (
              <a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
