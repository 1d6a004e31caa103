'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button, DownloadLink } from '#components/ui/button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { SHOWN_KINDS } from '#lib/domain/attachment.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { ListedAttachment } from '#lib/services/list-attachments.ts';
import styles from './documents.module.css';
import { PreviewDialog } from './preview-dialog.tsx';
import { RemoveForm } from './remove-form.tsx';
import { Suspicions } from './suspicions.tsx';

interface DocumentListProps {
  documents: readonly ListedAttachment[];
  /** What a document belongs to, in words; null where all belong to the same. */
  belongsTo: ((document: ListedAttachment) => string) | null;
  onRemoved: (name: string) => void;
}

/** The documents that are there, with what can be done with each. */
export function DocumentList({ documents, belongsTo, onRemoved }: DocumentListProps) {
  const t = useTranslations('documents');
  const [shown, setShown] = useState<ListedAttachment | null>(null);
  const [removing, setRemoving] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const stopRemoving = (id: number) => {
    setRemoving(null);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-remove="${id}"]`)?.focus());
  };
  return (
    <>
      <ul ref={list} className={styles.list}>
        {documents.map((document) => {
          const { id, name, kind, bytes, addedAt, addedByName, search, mayRemove, disposedAt } = document;
          const facts = [
            belongsTo?.(document),
            formatBytes(bytes),
            t('added', { at: formatDateTime(addedAt), name: addedByName }),
          ].filter(Boolean);
          return (
            <li key={id} className={styles.document}>
              <div className={styles.facts}>
                <p className={styles.name}>
                  <strong>{name}</strong> <Tag>{t(`kind.${kind}`)}</Tag>
                </p>
                <p className={styles.muted}>{facts.join(' · ')}</p>
                <Suspicions search={search} />
              </div>
              {disposedAt === null ? (
                <div className={styles.acts}>
                  {SHOWN_KINDS.has(kind) && (
                    <Button kind="quiet" onClick={() => setShown(document)} aria-label={t('showOf', { name })}>
                      {t('show')}
                    </Button>
                  )}
                  <DownloadLink kind="quiet" href={`/api/documents/${id}`} title={t('downloadOf', { name })}>
                    {t('download')}
                  </DownloadLink>
                  {mayRemove && removing !== id && (
                    <Button
                      kind="quiet"
                      data-remove={id}
                      onClick={() => setRemoving(id)}
                      aria-label={t('removeOf', { name })}
                    >
                      {t('remove')}
                    </Button>
                  )}
                </div>
              ) : (
                <p className={styles.muted}>{t('disposed', { at: formatDateTime(disposedAt) })}</p>
              )}
              {removing === id && (
                <RemoveForm
                  document={document}
                  onCancel={() => stopRemoving(id)}
                  onDone={() => {
                    setRemoving(null);
                    onRemoved(name);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <PreviewDialog document={shown} onClose={() => setShown(null)} />
    </>
  );
}
