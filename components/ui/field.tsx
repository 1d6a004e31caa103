import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What every field takes. */
export interface FieldProps {
  /** Also what an ErrorSummary links to, so it is unique on the page. */
  id?: string | undefined;
  label: string;
  help?: ReactNode;
  /** Why the value is refused; null or '' where it is not. */
  error?: string | null | undefined;
  required?: boolean | undefined;
  /** For a field in a table's cell: the column's head shows the label. */
  hideLabel?: boolean | undefined;
}

/** What ties the control to its label, help and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

/** Label above, help under the label, error above the control. `children` makes the control of the given wiring. */
export function Field({
  id,
  label,
  help,
  error,
  required,
  hideLabel,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const t = useTranslations('ui');
  const ownId = useId();
  const controlId = id ?? ownId;
  const helpId = help ? `${controlId}-help` : null;
  const errorId = error ? `${controlId}-error` : null;
  const described = [helpId, errorId].filter((part) => part !== null).join(' ');
  const words = (
    <>
      {label}
      {required && <span className={styles.required}> {t('required')}</span>}
    </>
  );
  return (
    <div className={classNames(styles.field, error && styles.refused)}>
      <label htmlFor={controlId} className={styles.label}>
        {hideLabel ? <VisuallyHidden>{words}</VisuallyHidden> : words}
      </label>
      {helpId && (
        <div id={helpId} className={styles.help}>
          {help}
        </div>
      )}
      {errorId && (
        <p id={errorId} className={styles.error}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      {children({
        id: controlId,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
    </div>
  );
}
