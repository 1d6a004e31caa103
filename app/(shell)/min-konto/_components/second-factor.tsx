'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { actOnAuth } from '../../../ask-auth.ts';
import styles from '../../_components/person.module.css';
import { useAct } from '../../_components/use-act.ts';
import { QrCode } from './qr-code.tsx';

interface Started {
  /** What the app reads; null where only new recovery codes were made. */
  totpURI: string | null;
  backupCodes: string[];
}

type Path = '/two-factor/enable' | '/two-factor/disable' | '/two-factor/generate-backup-codes';

/** Two-step sign-in: on with a picture that the app reads, codes for the day when the app is lost, off again. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const t = useTranslations('me.factor');
  const id = useId();
  const { act, isBusy, errors, fieldOf } = useAct({ password: `${id}-password`, code: `${id}-code` });
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [started, setStarted] = useState<Started | null>(null);

  function askWithPassword(path: Path) {
    act(
      () => actOnAuth(path, { password }, () => 'password'),
      ({ totpURI, backupCodes }) => {
        setPassword('');
        setStarted(backupCodes === undefined ? null : { totpURI: totpURI ?? null, backupCodes });
      },
    );
  }

  function confirm(event: FormEvent) {
    event.preventDefault();
    act(
      () => actOnAuth('/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') }, () => 'code'),
      () => {
        setCode('');
        setStarted(started && { ...started, totpURI: null });
      },
    );
  }

  return (
    <section className={styles.section} aria-busy={isBusy}>
      <h2>
        {t('title')} <Tag tone={isOn ? 'good' : 'neutral'}>{t(isOn ? 'on' : 'off')}</Tag>
      </h2>
      <p className={styles.help}>{t('help')}</p>
      <ErrorSummary errors={errors} />
      {started !== null && (
        <div className={styles.form}>
          {started.totpURI !== null && (
            <>
              <p>{t('scan')}</p>
              <QrCode text={started.totpURI} label={t('qr')} />
              <p>
                {t('typeInstead')}{' '}
                <code className={styles.secret}>{new URL(started.totpURI).searchParams.get('secret')}</code>
              </p>
            </>
          )}
          <Notice tone="attention" title={t('codesTitle')}>
            <p>{t('codesHelp')}</p>
          </Notice>
          <ul className={styles.codes} aria-label={t('codesTitle')}>
            {started.backupCodes.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ul>
          {started.totpURI === null && (
            <div>
              <Button onClick={() => setStarted(null)}>{t('codesKept')}</Button>
            </div>
          )}
        </div>
      )}
      {started?.totpURI != null ? (
        <form className={styles.form} noValidate onSubmit={confirm}>
          <TextField
            label={t('code')}
            help={t('codeHelp')}
            inputMode="numeric"
            autoComplete="one-time-code"
            {...fieldOf('code', code, setCode)}
          />
          <div>
            <Button type="submit" kind="primary">
              {t('confirm')}
            </Button>
          </div>
        </form>
      ) : (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            askWithPassword(isOn ? '/two-factor/generate-backup-codes' : '/two-factor/enable');
          }}
        >
          <TextField
            label={t('password')}
            help={t('passwordHelp')}
            type="password"
            autoComplete="current-password"
            {...fieldOf('password', password, setPassword)}
          />
          <div className={styles.actions}>
            <Button type="submit">{t(isOn ? 'newCodes' : 'turnOn')}</Button>
            {isOn && (
              <Button kind="danger" onClick={() => askWithPassword('/two-factor/disable')}>
                {t('turnOff')}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
