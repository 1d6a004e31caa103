'use client';

import { useTranslations } from 'next-intl';
import { DownloadLink } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Attachment } from '#lib/domain/attachment.ts';
import styles from './documents.module.css';

/**
 * A PDF or picture in a frame. Its address answers with a sandbox of its own, so the frame of a PDF bears no second
 * one: with it Chromium would not show it.
 */
export function PreviewDialog({ document, onClose }: { document: Attachment | null; onClose: () => void }) {
  const t = useTranslations('documents');
  return (
    <Dialog wide open={document !== null} onClose={onClose} title={document?.name ?? ''}>
      {document && (
        <div className={styles.preview}>
          <iframe
            className={styles.frame}
            title={t('previewOf', { name: document.name })}
            src={`/api/documents/${document.id}?vis=1`}
            sandbox={document.kind === 'pdf' ? undefined : ''}
            referrerPolicy="no-referrer"
          />
          <p className={styles.previewFoot}>
            <span className={styles.muted}>{t('previewHelp')}</span>
            <DownloadLink href={`/api/documents/${document.id}`}>{t('download')}</DownloadLink>
          </p>
        </div>
      )}
    </Dialog>
  );
}
