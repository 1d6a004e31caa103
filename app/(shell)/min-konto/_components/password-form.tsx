'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { actOnAuth } from '../../../ask-auth.ts';
import styles from '../../_components/person.module.css';
import { useAct } from '../../_components/use-act.ts';

const EMPTY = { current: '', next: '' };

/** Another password. All other sessions end with it. */
export function PasswordForm() {
  const t = useTranslations('me.password');
  const id = useId();
  const { act, isBusy, errors, fieldOf } = useAct({ current: `${id}-current`, next: `${id}-next` });
  const [values, setValues] = useState(EMPTY);
  const [isDone, setDone] = useState(false);

  function save(event: FormEvent) {
    event.preventDefault();
    setDone(false);
    act(
      () =>
        actOnAuth('/change-password', { currentPassword: values.current, newPassword: values.next }, (code) =>
          code === 'wrong-password' ? 'current' : 'next',
        ),
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
          label={t('current')}
          type="password"
          autoComplete="current-password"
          {...fieldOf('current', values.current, (current) => setValues({ ...values, current }))}
        />
        <TextField
          label={t('next')}
          help={t('nextHelp')}
          type="password"
          autoComplete="new-password"
          {...fieldOf('next', values.next, (next) => setValues({ ...values, next }))}
        />
        <div>
          <Button type="submit">{t('save')}</Button>
        </div>
      </form>
    </section>
  );
}
