'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Brand } from '#lib/domain/brand.ts';
import { readBase64 } from '../../_components/read-base64.ts';
import { useSaving } from '../../_components/use-saving.ts';
import { saveBrand } from '../actions.ts';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

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
  const id = useId();
  const [colour, setColour] = useState(brand.colour ?? '');
  const [words, setWords] = useState(brand.logo?.alternativeText ?? '');
  const [logo, setLogo] = useState<Picture | 'kept' | null>(brand.logo === null ? null : 'kept');
  const { state, errorOf, save, change, noteChange } = useSaving();
  const shown = logo === 'kept' ? brand.logo : logo;
  const logoError = errorOf('logo') ?? errorOf('');

  const send = () => {
    const sent = logo === null || logo === 'kept' ? logo : { base64: logo.base64 };
    return saveBrand({ colour, logo: sent, alternativeText: words });
  };

  return (
    <SettingsSection
      title={t('title')}
      save={t('save')}
      state={state}
      mayChange={mayChange}
      onSave={() => save(send)}
      acts={
        shown !== null && (
          <Button
            kind="quiet"
            onClick={() => {
              setLogo(null);
              noteChange();
            }}
          >
            {t('removeLogo')}
          </Button>
        )
      }
    >
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
            noteChange();
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
            change(async () => setLogo(await readPicture(file)));
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
            noteChange();
          }}
        />
      )}
    </SettingsSection>
  );
}
