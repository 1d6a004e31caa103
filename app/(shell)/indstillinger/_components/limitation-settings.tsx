'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Problem } from '#lib/services/context.ts';
import { saveLimitationSettings } from '../actions.ts';
import styles from './settings.module.css';

/** How many months before its limitation an item is warned of. */
export function LimitationSettings({ warningMonths, mayChange }: { warningMonths: number; mayChange: boolean }) {
  const t = useTranslations('settings.limitation');
  const problemText = useTranslations('problems');
  const id = useId();
  const [text, setText] = useState(String(warningMonths));
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<SaveState | null>(null);
  const [isSaving, startSaving] = useTransition();

  const wordsOf = ({ code, params }: Problem) => problemText(code as Parameters<typeof problemText>[0], params);

  function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving || !mayChange) return;
    // What is no number is refused by the same words as a number out of range.
    const months = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1;
    startSaving(async () => {
      setState({ kind: 'saving' });
      try {
        const result = await saveLimitationSettings({ warningMonths: months });
        setError(result.ok ? null : result.problems.map(wordsOf).join(' '));
        setState(result.ok ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
      } catch {
        setState({ kind: 'failed' });
      }
    });
  }

  return (
    <section className={styles.program} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('title')}</h2>
      <form className={styles.form} noValidate onSubmit={save}>
        <div className={styles.short}>
          <TextField
            id={`${id}-months`}
            label={t('months')}
            help={t('help')}
            error={error}
            required
            readOnly={!mayChange}
            autoComplete="off"
            inputMode="numeric"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setState({ kind: 'unsaved' });
            }}
          />
        </div>
        {mayChange && (
          <div className={styles.actions}>
            <Button type="submit">{t('save')}</Button>
            <StatusLine state={state} />
          </div>
        )}
      </form>
    </section>
  );
}
