'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Brand } from '#lib/domain/brand.ts';
import type { Problem } from '#lib/services/context.ts';
import { readBase64 } from '../../_components/read-base64.ts';
import { saveBrand } from '../actions.ts';
import styles from './settings.module.css';

interface Picture {
  base64: string;
  type: string;
}

async function readPicture(file: File): Promise<Picture> {
  return { base64: await readBase64(file), type: file.type };
}

/** The logo and the colour that the reports bear. */
export function BrandSettings({ brand, mayChange }: { brand: Brand; mayChange: boolean }) {
  const t = useTranslations('settings.brand');
  const problemText = useTranslations('problems');
  const id = useId();
  const [colour, setColour] = useState(brand.colour ?? '');
  const [words, setWords] = useState(brand.logo?.alternativeText ?? '');
  const [logo, setLogo] = useState<Picture | 'kept' | null>(brand.logo === null ? null : 'kept');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [state, setState] = useState<SaveState | null>(null);
  const [isSaving, startSaving] = useTransition();

  const wordsOf = ({ code, params }: Problem) => problemText(code as Parameters<typeof problemText>[0], params);
  const errorOf = (field: string) => {
    const own = problems.filter(({ path }) => path === field || path.startsWith(`${field}.`));
    return own.length === 0 ? null : own.map(wordsOf).join(' ');
  };
  const shown = logo === 'kept' ? brand.logo : logo;
  const logoError = errorOf('logo') ?? errorOf('');

  function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving || !mayChange) return;
    startSaving(async () => {
      setState({ kind: 'saving' });
      try {
        const sent = logo === null || logo === 'kept' ? logo : { base64: logo.base64 };
        const result = await saveBrand({ colour, logo: sent, alternativeText: words });
        setProblems(result.ok ? [] : result.problems);
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
        <div className={styles.colour}>
          <TextField
            id={`${id}-colour`}
            label={t('colour')}
            help={t('colourHelp')}
            error={errorOf('colour')}
            readOnly={!mayChange}
            autoComplete="off"
            value={colour}
            onChange={(event) => {
              setColour(event.target.value);
              setState({ kind: 'unsaved' });
            }}
          />
          {/^#[0-9a-f]{6}$/i.test(colour.trim()) && (
            <svg className={styles.swatch} viewBox="0 0 28 28" aria-hidden="true">
              <rect width="28" height="28" fill={colour.trim()} />
            </svg>
          )}
        </div>
        {shown !== null && (
          <svg className={styles.logo} viewBox="0 0 240 80" role="img" aria-label={words}>
            <image
              href={`data:${shown.type};base64,${shown.base64}`}
              width="240"
              height="80"
              preserveAspectRatio="xMinYMid meet"
            />
          </svg>
        )}
        {mayChange && (
          <FileDrop
            label={t('logo')}
            help={t('logoHelp')}
            accept=".png,.jpg,.jpeg"
            onFiles={([file]) => {
              if (!file) return;
              startSaving(async () => {
                setLogo(await readPicture(file));
                setState({ kind: 'unsaved' });
              });
            }}
          />
        )}
        {logoError !== null && <Notice tone="bad" live title={logoError} />}
        {shown !== null && (
          <TextField
            id={`${id}-words`}
            label={t('alternativeText')}
            help={t('alternativeTextHelp')}
            error={errorOf('alternativeText')}
            required
            readOnly={!mayChange}
            autoComplete="off"
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setState({ kind: 'unsaved' });
            }}
          />
        )}
        {mayChange && (
          <div className={styles.actions}>
            <Button type="submit">{t('save')}</Button>
            {shown !== null && (
              <Button
                kind="quiet"
                onClick={() => {
                  setLogo(null);
                  setState({ kind: 'unsaved' });
                }}
              >
                {t('removeLogo')}
              </Button>
            )}
            <StatusLine state={state} />
          </div>
        )}
      </form>
    </section>
  );
}
