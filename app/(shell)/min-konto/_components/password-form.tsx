'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { askAuth } from '../../../ask-auth.ts';
import styles from '../../_components/person.module.css';
import { useAct } from '../../_components/use-act.ts';

const EMPTY = { current: '', next: '' };

/** Another password. All other sessions end with it. */
export function PasswordForm() {
  const t = useTranslations('me.password');
  const id = useId();
  const fields = { current: `${id}-current`, next: `${id}-next` };
  const { act, isBusy, errors, errorOf } = useAct(fields);
  const [values, setValues] = useState(EMPTY);
  const [isDone, setDone] = useState(false);

  function save(event: FormEvent) {
    event.preventDefault();
    setDone(false);
    act(
      async () => {
        const answer = await askAuth('/change-password', {
          currentPassword: values.current,
          newPassword: values.next,
        });
        if (answer.ok) return { ok: true, value: null };
        const path = answer.code === 'wrong-password' ? 'current' : 'next';
        return { ok: false, problems: [{ path, code: answer.code, params: {} }] };
      },
      () => {
        setValues(EMPTY);
        setDone(true);
      },
    );
  }

  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      <form className={styles.form} noValidate onSubmit={save} aria-busy={isBusy}>
        <ErrorSummary errors={errors} />
        {isDone && (
          <Notice tone="good" live>
            {t('done')}
          </Notice>
        )}
        <TextField
          id={fields.current}
          label={t('current')}
          type="password"
          autoComplete="current-password"
          error={errorOf('current')}
          value={values.current}
          onChange={(event) => setValues({ ...values, current: event.target.value })}
        />
        <TextField
          id={fields.next}
          label={t('next')}
          help={t('nextHelp')}
          type="password"
          autoComplete="new-password"
          error={errorOf('next')}
          value={values.next}
          onChange={(event) => setValues({ ...values, next: event.target.value })}
        />
        <div>
          <Button type="submit">{t('save')}</Button>
        </div>
      </form>
    </section>
  );
}
