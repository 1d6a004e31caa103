'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import styles from './leave-dialog.module.css';
import type { useAccountForm } from './use-account-form.ts';
import type { useKeptDraft } from './use-kept-draft.ts';

interface FormNoticesProps {
  form: ReturnType<typeof useAccountForm>;
  kept: ReturnType<typeof useKeptDraft>;
}

/** What one must decide before one goes on: another's change, or a draft that this browser kept. */
export function FormNotices({ form, kept }: FormNoticesProps) {
  const t = useTranslations('account');
  const { conflict } = form;
  const { offered } = kept;
  const differs = offered !== null && JSON.stringify(offered.draft) !== JSON.stringify(form.draft);
  const notice = useRef<HTMLDivElement>(null);
  const person = conflict?.person ?? null;

  // One may have saved from far below: what must be decided comes to the person.
  useEffect(() => {
    if (person !== null) notice.current?.focus();
  }, [person]);

  return (
    <>
      {conflict && (
        <div ref={notice} tabIndex={-1}>
          <Notice tone="bad" live title={t('conflict.title', { person: conflict.person })}>
            <p>{t('conflict.text')}</p>
            {conflict.fetched && (
              <div className={styles.buttons}>
                <Button onClick={conflict.overwrite}>{t('conflict.overwrite')}</Button>
                <Button
                  onClick={() => {
                    kept.forget();
                    conflict.adopt();
                  }}
                >
                  {t('conflict.adopt')}
                </Button>
              </div>
            )}
          </Notice>
        </div>
      )}
      {offered && differs && !form.dirty && (
        <Notice tone="information" live title={t('kept.title', { at: formatDateTime(offered.at) })}>
          <p>{t('kept.text')}</p>
          <div className={styles.buttons}>
            <Button onClick={() => form.dispatch({ type: 'replace', draft: offered.draft })}>
              {t('kept.restore')}
            </Button>
            <Button onClick={kept.forget}>{t('kept.forget')}</Button>
          </div>
        </Notice>
      )}
    </>
  );
}
