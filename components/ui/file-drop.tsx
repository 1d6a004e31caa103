'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

interface FileDropProps {
  label: string;
  help?: string;
  /** As of an `input`: `.csv,.xlsx`. */
  accept: string;
  onFiles: (files: File[]) => void;
  disabled?: boolean;
}

/** One or many files, dropped or chosen. The native control does the choosing, so keyboard and reader know it. */
export function FileDrop({ label, help, accept, onFiles, disabled = false }: FileDropProps) {
  const t = useTranslations('ui');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(list: FileList | null) {
    const files = [...(list ?? [])];
    if (input.current) input.current.value = '';
    if (files.length > 0 && !disabled) onFiles(files);
  }

  return (
    <section
      aria-label={label}
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="import" />
      <p>
        {t('dropFiles')}{' '}
        <label htmlFor={id} className={styles.choose}>
          {t('chooseFiles')}
        </label>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={accept}
          disabled={disabled}
          className={styles.input}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => take(event.target.files)}
        />
      </p>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </section>
  );
}
