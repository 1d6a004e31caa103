'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { SignInSettingsPage } from '#lib/services/get-sign-in-settings.ts';
import styles from '../../../_components/person.module.css';
import { useAct } from '../../../_components/use-act.ts';
import { saveSignInSettings } from '../actions.ts';
import { type MappingDraft, MappingFields, readMapping, toDrafts } from './mapping-fields.tsx';

const TEXTS = ['issuer', 'clientId', 'label', 'groupClaim'] as const;

/** The whole of how people sign in, saved at once. */
export function SignInSettingsForm({ page: { settings, units, hasSecret } }: { page: SignInSettingsPage }) {
  const t = useTranslations('signInSettings');
  const id = useId();
  const paths = Object.fromEntries(TEXTS.map((field) => [`oidc.${field}`, `${id}-${field}`]));
  const { act, isBusy, errors, errorOf } = useAct(paths);
  const [values, setValues] = useState(settings);
  const [mapping, setMapping] = useState<MappingDraft[]>(() => toDrafts(settings.oidc.mapping));
  const [state, setState] = useState<SaveState | null>(null);
  const { oidc } = values;

  function change(next: typeof values) {
    setValues(next);
    setState({ kind: 'unsaved' });
  }

  function save(event: FormEvent) {
    event.preventDefault();
    act(
      () => saveSignInSettings({ ...values, oidc: { ...oidc, mapping: readMapping(mapping) } }),
      (saved) => {
        setValues(saved);
        setMapping(toDrafts(saved.oidc.mapping));
        setState({ kind: 'saved', at: new Date() });
      },
    );
  }

  return (
    <form noValidate onSubmit={save} aria-busy={isBusy}>
      <ErrorSummary errors={errors} />
      <section className={styles.section}>
        <h2>{t('factor.title')}</h2>
        <div className={styles.form}>
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={values.requiresSecondFactor}
              onChange={(event) => change({ ...values, requiresSecondFactor: event.target.checked })}
            />
            <span>{t('factor.required')}</span>
          </label>
          <p className={styles.help}>{t('factor.help')}</p>
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('provider.title')}</h2>
        <p className={styles.help}>{t('provider.help')}</p>
        {!hasSecret && oidc.issuer !== '' && (
          <Notice tone="attention">
            <p>{t('provider.noSecret')}</p>
          </Notice>
        )}
        <div className={`${styles.form} ${styles.wide}`}>
          {TEXTS.map((field) => (
            <TextField
              key={field}
              id={`${id}-${field}`}
              label={t(`${field}.label`)}
              help={t(`${field}.help`)}
              autoComplete="off"
              error={errorOf(`oidc.${field}`)}
              value={oidc[field]}
              onChange={(event) => change({ ...values, oidc: { ...oidc, [field]: event.target.value } })}
            />
          ))}
          <SelectField
            label={t('newcomers.label')}
            help={t('newcomers.help')}
            value={oidc.newcomers}
            onChange={(event) =>
              change({ ...values, oidc: { ...oidc, newcomers: event.target.value === 'create' ? 'create' : 'match' } })
            }
          >
            <option value="match">{t('newcomers.match')}</option>
            <option value="create">{t('newcomers.create')}</option>
          </SelectField>
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={oidc.trustsEmail}
              onChange={(event) => change({ ...values, oidc: { ...oidc, trustsEmail: event.target.checked } })}
            />
            <span>{t('trustsEmail.label')}</span>
          </label>
          <p className={styles.help}>{t('trustsEmail.help')}</p>
        </div>
      </section>
      <section className={styles.section}>
        <h2>{t('mapping.title')}</h2>
        <p className={styles.help}>{t('mapping.help')}</p>
        <MappingFields
          mapping={mapping}
          units={units}
          onChange={(next) => {
            setMapping(next);
            setState({ kind: 'unsaved' });
          }}
        />
      </section>
      <div className={styles.actions}>
        <Button type="submit" kind="primary">
          {t('save')}
        </Button>
        <StatusLine state={isBusy ? { kind: 'saving' } : state} />
      </div>
    </form>
  );
}
