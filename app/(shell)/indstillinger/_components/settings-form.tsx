'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Installation } from '#lib/domain/municipality.ts';
import { useSaving } from '../../_components/use-saving.ts';
import { saveSettings } from '../actions.ts';
import styles from './settings.module.css';

const FIELDS = ['municipality', 'serviceCentreName', 'serviceCentreCode', 'erpSystem', 'debtorSystem'] as const;

/** What the installation calls itself and its systems. Saved by the button or Ctrl+S. */
export function SettingsForm({ installation, mayChange }: { installation: Installation; mayChange: boolean }) {
  const t = useTranslations('settings');
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(installation);
  const { state, problems, textOf, save, noteChange } = useSaving();

  useEffect(() => {
    function saveByKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.current?.requestSubmit();
    }
    document.addEventListener('keydown', saveByKey);
    return () => document.removeEventListener('keydown', saveByKey);
  }, []);

  const errors = useMemo(
    () =>
      problems.map((problem) => ({
        field: FIELDS.find((field) => field === problem.path) ?? null,
        text: textOf(problem),
      })),
    [problems, textOf],
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
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayChange) save(() => saveSettings(values), setValues);
      }}
    >
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
              noteChange();
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
