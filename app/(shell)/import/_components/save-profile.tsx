'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { KnownProfile } from '#lib/import/types.ts';
import type { MappingContent } from '#lib/schemas/mapping.ts';
import type { Problem } from '#lib/services/context.ts';
import { useProblemText } from '../../../problem-text.ts';
import { saveProfile } from '../actions.ts';
import styles from './mapping.module.css';

interface SaveProfileProps {
  content: MappingContent;
  headings: readonly string[];
  /** The profile that already says this; null: none does. */
  profile: KnownProfile | null;
  /** Names that are taken. */
  taken: readonly string[];
  onSaved: (name: string) => void;
}

/** Keeps how the columns are read, under a name by which the source's next file is read. */
export function SaveProfile({ content, headings, profile, taken, onSaved }: SaveProfileProps) {
  const t = useTranslations('mapping.save');
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [saved, setSaved] = useState<string | null>(null);
  if (profile !== null) return <p className={styles.muted}>{t('isProfile', { name: profile.name })}</p>;
  const replaces = problems.some(({ code }) => code === 'profile-name-taken') || taken.includes(name.trim());
  async function save() {
    const result = await saveProfile({ name, headings, content, replaces });
    if (!result.ok) return setProblems(result.problems);
    setProblems([]);
    setSaved(result.value.name);
    onSaved(result.value.name);
  }
  return (
    <div className={styles.save}>
      <TextField
        label={t('name')}
        help={t('help')}
        error={problems.map(problemText).join(' ')}
        value={name}
        autoComplete="off"
        onChange={({ target }) => {
          setName(target.value);
          setProblems([]);
        }}
      />
      <Button onClick={() => void save()}>{replaces ? t('replace') : t('save')}</Button>
      <span role="status">{saved !== null && t('saved', { name: saved })}</span>
    </div>
  );
}
