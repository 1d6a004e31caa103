'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useMemo, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Problem } from '#lib/services/context.ts';
import type { Welcome } from '#lib/services/set-password.ts';
import { useProblemText } from '../../../problem-text.ts';
import styles from '../../_components/sign-in.module.css';
import { choosePasswordAction } from '../actions.ts';

const NONE: readonly Problem[] = [];

/** A password of one's own and, for an installation's first administrator, who that is. */
export function WelcomeForm({ code, welcome }: { code: string; welcome: Welcome }) {
  const t = useTranslations('welcome');
  const problemText = useProblemText();
  const id = useId();
  const [values, setValues] = useState({ name: '', email: '', password: '' });
  const [problems, setProblems] = useState(NONE);
  const [isBusy, start] = useTransition();
  const errors = useMemo(
    () =>
      problems.map((problem) => ({
        path: problem.path,
        fieldId: problem.path === '' ? null : `${id}-${problem.path}`,
        text: problemText(problem),
      })),
    [problems, problemText, id],
  );
  const field = (name: keyof typeof values) => ({
    id: `${id}-${name}`,
    error: errors.find(({ path }) => path === name)?.text,
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });

  function send(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    start(async () => {
      try {
        const result = await choosePasswordAction({ code, ...values });
        if (result.ok) window.location.assign('/log-ind?besked=klar');
        else setProblems(result.problems);
      } catch {
        setProblems([{ path: '', code: 'no-connection', params: {} }]);
      }
    });
  }

  return (
    <>
      <p className={styles.lead}>
        {welcome.introducesThemselves ? t('first') : t('lead', { name: welcome.name, email: welcome.email })}
      </p>
      <form className={`${styles.form} ${styles.below}`} noValidate onSubmit={send} aria-busy={isBusy}>
        <ErrorSummary errors={errors} />
        {welcome.introducesThemselves && (
          <>
            <TextField label={t('name')} autoComplete="name" {...field('name')} />
            <TextField label={t('email')} type="email" autoComplete="username" {...field('email')} />
          </>
        )}
        <TextField
          label={t('password')}
          help={t('passwordHelp')}
          type="password"
          autoComplete="new-password"
          {...field('password')}
        />
        <div>
          <Button type="submit" kind="primary">
            {t('save')}
          </Button>
        </div>
      </form>
    </>
  );
}
