import { type ReactNode, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import styles from './settings.module.css';

interface SettingsSectionProps {
  title: string;
  /** What the button says. */
  save: string;
  state: SaveState | null;
  /** Without it the fields can be read and nothing can be sent. */
  mayChange: boolean;
  onSave: () => void;
  /** What else can be done. */
  acts?: ReactNode;
  children: ReactNode;
}

/** Settings that are saved by themselves, under a title of their own. */
export function SettingsSection({ title, save, state, mayChange, onSave, acts, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={styles.program} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (mayChange) onSave();
        }}
      >
        {children}
        {mayChange && (
          <div className={styles.actions}>
            <Button type="submit">{save}</Button>
            {acts}
            <StatusLine state={state} />
          </div>
        )}
      </form>
    </section>
  );
}
