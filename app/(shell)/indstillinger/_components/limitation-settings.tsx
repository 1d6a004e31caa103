'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { TextField } from '#components/ui/text-field.tsx';
import { useSaving } from '../../_components/use-saving.ts';
import { saveLimitationSettings } from '../actions.ts';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

/** How many months before its limitation an item is warned of. */
export function LimitationSettings({ warningMonths, mayChange }: { warningMonths: number; mayChange: boolean }) {
  const t = useTranslations('settings.limitation');
  const id = useId();
  const [text, setText] = useState(String(warningMonths));
  const { state, errorOf, save, noteChange } = useSaving();
  // What is no number is refused by the same words as a number out of range.
  const months = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1;

  return (
    <SettingsSection
      title={t('title')}
      save={t('save')}
      state={state}
      mayChange={mayChange}
      onSave={() => save(() => saveLimitationSettings({ warningMonths: months }))}
    >
      <div className={styles.short}>
        <TextField
          id={`${id}-months`}
          label={t('months')}
          help={t('help')}
          error={errorOf('warningMonths') ?? errorOf('')}
          required
          readOnly={!mayChange}
          autoComplete="off"
          inputMode="numeric"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            noteChange();
          }}
        />
      </div>
    </SettingsSection>
  );
}
