'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FileVerdict } from '#lib/services/verify-report-file.ts';
import styles from './check-desk.module.css';
import { Verdict } from './verdict.tsx';

interface Checked {
  key: number;
  name: string;
  /** null: the server could not be asked, or did not take the file. */
  verdict: FileVerdict | null;
  isTooLarge: boolean;
}

interface Answer {
  ok: boolean;
  verdict?: FileVerdict;
}

async function check(file: File): Promise<Pick<Checked, 'verdict' | 'isTooLarge'>> {
  try {
    const response = await fetch('/api/report-check', { method: 'POST', body: file });
    const isTooLarge = response.status === 413;
    const answer: Answer | null = response.ok ? await response.json() : null;
    return { verdict: answer?.verdict ?? null, isTooLarge };
  } catch {
    // The server cannot be reached, or the file not read: to whoever waits for a verdict the same.
    return { verdict: null, isTooLarge: false };
  }
}

/** Takes files and says of each what it is, the newest first. */
export function CheckDesk() {
  const t = useTranslations('reportCheck');
  const [checked, setChecked] = useState<readonly Checked[]>([]);
  const [waiting, setWaiting] = useState(0);

  async function take(files: File[]) {
    setWaiting((count) => count + files.length);
    for (const file of files) {
      const answer = await check(file);
      setChecked((known) => [{ key: known.length, name: file.name, ...answer }, ...known]);
      setWaiting((count) => count - 1);
    }
  }

  return (
    <div className={styles.desk}>
      <FileDrop label={t('drop')} help={t('dropHelp')} accept=".pdf,.xlsx,.html,.json" onFiles={take} />
      <div role="status">
        {waiting > 0 && <p>{t('waiting', { count: waiting })}</p>}
        {checked.map(({ key, name, verdict, isTooLarge }) =>
          verdict === null ? (
            <Notice key={key} tone="bad" title={name}>
              {t(isTooLarge ? 'tooLarge' : 'failed')}
            </Notice>
          ) : (
            <Verdict key={key} name={name} verdict={verdict} />
          ),
        )}
      </div>
    </div>
  );
}
