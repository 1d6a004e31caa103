'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, useTransition } from 'react';
import { Button, DownloadLink } from '#components/ui/button.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import type { TemplateInput } from '#lib/schemas/cover-note.ts';
import type { Problem } from '#lib/services/context.ts';
import { readBase64 } from '../../_components/read-base64.ts';
import { saveCoverNote } from '../actions.ts';
import styles from './settings.module.css';

/** The template that cover notes for the agenda are made from. */
export function CoverNoteSettings({ name, mayChange }: { name: string | null; mayChange: boolean }) {
  const t = useTranslations('settings.coverNote');
  const problemText = useTranslations('problems');
  const id = useId();
  const [own, setOwn] = useState(name);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [state, setState] = useState<SaveState | null>(null);
  const [isSaving, startSaving] = useTransition();

  function save(read: () => Promise<TemplateInput>) {
    if (isSaving) return;
    startSaving(async () => {
      setState({ kind: 'saving' });
      try {
        const result = await saveCoverNote(await read());
        setProblems(result.ok ? [] : result.problems);
        setState(result.ok ? { kind: 'saved', at: new Date() } : null);
        if (result.ok) setOwn(result.value.name);
      } catch {
        setState({ kind: 'failed' });
      }
    });
  }

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
              if (file) save(async () => ({ name: file.name, base64: await readBase64(file) }));
            }}
          />
        )}
        {problems.map(({ path, code, params }) => (
          <Notice
            key={`${path} ${code}`}
            tone="bad"
            live
            title={problemText(code as Parameters<typeof problemText>[0], params)}
          />
        ))}
        <div className={styles.actions}>
          <DownloadLink href="/api/cover-note">{t('fetch')}</DownloadLink>
          {mayChange && own !== null && (
            <Button kind="quiet" onClick={() => save(async () => null)}>
              {t('remove')}
            </Button>
          )}
          <StatusLine state={state} />
        </div>
      </div>
    </section>
  );
}
