'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button, DownloadLink } from '#components/ui/button.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { TemplateInput } from '#lib/schemas/cover-note.ts';
import { readBase64 } from '../../_components/read-base64.ts';
import { useSaving } from '../../_components/use-saving.ts';
import { saveCoverNote } from '../actions.ts';
import styles from './settings.module.css';

/** The template that cover notes for the agenda are made from. */
export function CoverNoteSettings({ name, mayChange }: { name: string | null; mayChange: boolean }) {
  const t = useTranslations('settings.coverNote');
  const id = useId();
  const [own, setOwn] = useState(name);
  const { state, problems, textOf, save } = useSaving();

  const take = (read: () => Promise<TemplateInput>) =>
    save(
      async () => saveCoverNote(await read()),
      (saved) => setOwn(saved.name),
    );

  return (
    <section className={styles.program} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('title')}</h2>
      <div className={styles.form}>
        <p>{t('text')}</p>
        <p>{own === null ? t('bundled') : t('own', { name: own })}</p>
        {mayChange && (
          <FileDrop
            label={t('upload')}
            help={t('uploadHelp')}
            accept=".docx"
            onFiles={([file]) => {
              if (file) take(async () => ({ name: file.name, base64: await readBase64(file) }));
            }}
          />
        )}
        {problems.map((problem) => (
          <Notice key={`${problem.path} ${problem.code}`} tone="bad" live title={textOf(problem)} />
        ))}
        <div className={styles.actions}>
          <DownloadLink href="/api/cover-note">{t('fetch')}</DownloadLink>
          {mayChange && own !== null && (
            <Button kind="quiet" onClick={() => take(async () => null)}>
              {t('remove')}
            </Button>
          )}
          <StatusLine state={state} />
        </div>
      </div>
    </section>
  );
}
