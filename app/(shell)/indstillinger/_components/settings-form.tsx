'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useMemo, useRef, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Installation } from '#lib/domain/municipality.ts';
import type { Problem } from '#lib/services/context.ts';
import { saveSettings } from '../actions.ts';
import styles from './settings.module.css';

const FIELDS = ['municipality', 'serviceCentreName', 'serviceCentreCode', 'erpSystem', 'debtorSystem'] as const;

const NONE: readonly Problem[] = [];

/** What the installation calls itself and its systems. Saved by the button or Ctrl+S. */
export function SettingsForm({ installation, mayChange }: { installation: Installation; mayChange: boolean }) {
  const t = useTranslations('settings');
  const problemText = useTranslations('problems');
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(installation);
  const [problems, setProblems] = useState(NONE);
  const [state, setState] = useState<SaveState | null>(null);
  const [isSaving, startSaving] = useTransition();

  useEffect(() => {
    function saveByKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.current?.requestSubmit();
    }
    document.addEventListener('keydown', saveByKey);
    return () => document.removeEventListener('keydown', saveByKey);
  }, []);

  function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving || !mayChange) return;
    startSaving(async () => {
      setState({ kind: 'saving' });
      try {
        const result = await saveSettings(values);
        setProblems(result.ok ? NONE : result.problems);
        setState(result.ok ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
        if (result.ok) setValues(result.value);
      } catch {
        setState({ kind: 'failed' });
      }
    });
  }

  const errors = useMemo(
    () =>
      problems.map(({ path, code, params }) => ({
        field: FIELDS.find((field) => field === path) ?? null,
        text: problemText(code as Parameters<typeof problemText>[0], params),
      })),
    [problems, problemText],
  );
  const summary = useMemo(
    () =>
      errors.map(({ field, text }) =>
        field === null
          ? { fieldId: null, text }
          : { fieldId: `${id}-${field}`, text: t('errorAt', { field: t(`${field}.label`), text }) },
      ),
    [errors, id, t],
  );
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={save}>
      <ErrorSummary errors={summary} />
      {FIELDS.map((field) => (
        <div key={field} className={field === 'serviceCentreCode' ? styles.short : undefined}>
          <TextField
            id={`${id}-${field}`}
            label={t(`${field}.label`)}
            help={t(`${field}.help`)}
            error={errors.find((error) => error.field === field)?.text}
            required
            readOnly={!mayChange}
            autoComplete="off"
            value={values[field]}
            onChange={(event) => {
              setValues({ ...values, [field]: event.target.value });
              setState({ kind: 'unsaved' });
            }}
          />
        </div>
      ))}
      {mayChange && (
        <div className={styles.actions}>
          <Button type="submit" kind="primary">
            {t('save')}
          </Button>
          <StatusLine state={state} />
        </div>
      )}
    </form>
  );
}
