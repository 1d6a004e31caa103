'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type AuthAnswer, askAuth } from '../../../ask-auth.ts';
import { useProblemText } from '../../../problem-text.ts';
import styles from '../../_components/sign-in.module.css';

type Step = 'password' | 'code' | 'recovery';

/** E-mail and password and, for those who have one, the code of a second factor or a recovery code. */
export function SignInForm({ target }: { target: string }) {
  const t = useTranslations('signIn');
  const problemText = useProblemText();
  const [step, setStep] = useState<Step>('password');
  const [values, setValues] = useState({ email: '', password: '', code: '' });
  const [problem, setProblem] = useState<{ code: string } | null>(null);
  const [isBusy, start] = useTransition();
  const errors = useMemo(
    () => (problem === null ? [] : [{ fieldId: null, text: problemText(problem) }]),
    [problem, problemText],
  );

  function ask(): Promise<AuthAnswer> {
    const { email, password, code } = values;
    if (step === 'password') return askAuth('/sign-in/email', { email: email.trim(), password });
    if (step === 'code') return askAuth('/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') });
    return askAuth('/two-factor/verify-backup-code', { code: code.trim() });
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    start(async () => {
      const answer = await ask();
      if (answer.ok && !answer.secondFactor) {
        window.location.assign(target);
        return;
      }
      setProblem(answer.ok ? null : { code: answer.code });
      if (answer.ok) go('code');
      else if (answer.code === 'sign-in-over') go('password');
    });
  }

  function go(next: Step) {
    setStep(next);
    setValues({ ...values, code: '', password: '' });
  }

  function set(field: keyof typeof values) {
    return (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value });
  }

  return (
    <form className={styles.form} noValidate onSubmit={send} aria-busy={isBusy}>
      <ErrorSummary errors={errors} />
      {step === 'password' ? (
        <>
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            value={values.email}
            onChange={set('email')}
          />
          <TextField
            label={t('password')}
            type="password"
            autoComplete="current-password"
            value={values.password}
            onChange={set('password')}
          />
        </>
      ) : (
        <TextField
          key={step}
          label={t(step === 'code' ? 'code' : 'recovery')}
          help={t(step === 'code' ? 'codeHelp' : 'recoveryHelp')}
          inputMode={step === 'code' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          autoFocus
          value={values.code}
          onChange={set('code')}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" kind="primary">
          {t(step === 'password' ? 'send' : 'sendCode')}
        </Button>
        {step === 'code' && (
          <Button kind="quiet" onClick={() => go('recovery')}>
            {t('useRecovery')}
          </Button>
        )}
        {step !== 'password' && (
          <Button kind="quiet" onClick={() => go('password')}>
            {t('again')}
          </Button>
        )}
      </div>
      {step === 'password' && <p className={styles.help}>{t('forgotten')}</p>}
    </form>
  );
}
