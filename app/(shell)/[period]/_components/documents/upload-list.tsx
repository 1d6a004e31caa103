'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import styles from './documents.module.css';
import type { Upload } from './use-uploads.ts';

interface UploadListProps {
  uploads: readonly Upload[];
  onCancel: (key: number) => void;
  onDismiss: (key: number) => void;
}

/** Documents on their way with how far each has come, and those that were not taken with the reason. */
export function UploadList({ uploads, onCancel, onDismiss }: UploadListProps) {
  const t = useTranslations();
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.uploads} aria-label={t('documents.underWay')}>
      {uploads.map(({ key, name, sent, total, problem }) => (
        <li key={key} className={styles.upload}>
          {problem === null ? (
            <>
              <ProgressBar
                label={sent < total ? name : t('documents.judging', { name })}
                done={toKilobytes(sent)}
                total={sent < total ? toKilobytes(total) : null}
              />
              <Button kind="quiet" onClick={() => onCancel(key)} aria-label={t('documents.cancelOf', { name })}>
                {t('common.cancel')}
              </Button>
            </>
          ) : (
            <>
              <p className={styles.refused} role="alert">
                <Icon name="warning" />
                <span>
                  <strong>{name}</strong>: {t(`problems.${problem.code}` as Parameters<typeof t>[0], problem.params)}
                </span>
              </p>
              <Button kind="quiet" onClick={() => onDismiss(key)} aria-label={t('documents.dismissOf', { name })}>
                {t('documents.dismiss')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function toKilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
