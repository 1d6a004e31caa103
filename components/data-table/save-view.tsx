'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './menu.module.css';

interface SaveViewProps {
  /** Names that one has used: saving under one of them replaces it. */
  taken: readonly string[];
  /** @returns whether it was saved */
  onSave: (name: string, isShared: boolean) => Promise<boolean>;
}

/** Saves the list as it stands, under a name. */
export function SaveView({ taken, onSave }: SaveViewProps) {
  const t = useTranslations('ui.table.views');
  const id = useId();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const isTaken = taken.includes(name.trim());

  async function save(event: FormEvent) {
    event.preventDefault();
    if (await onSave(name, isShared)) setName('');
  }

  return (
    <form className={styles.form} onSubmit={save}>
      <label htmlFor={id} className={styles.legend}>
        {t('name')}
      </label>
      <input
        id={id}
        className={styles.input}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label className={styles.tick}>
        <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
        <span>{t('shareIt')}</span>
      </label>
      <Button type="submit">{t(isTaken ? 'replace' : 'save')}</Button>
    </form>
  );
}
