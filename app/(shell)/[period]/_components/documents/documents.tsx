'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { type AttachmentTarget, DOCUMENT_KINDS, LARGEST_DOCUMENT } from '#lib/domain/attachment.ts';
import { maskCprNumbers } from '#lib/domain/cpr.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { ListedAttachment } from '#lib/services/list-attachments.ts';
import { DocumentList } from './document-list.tsx';
import styles from './documents.module.css';
import { UploadList } from './upload-list.tsx';
import { usePastedPictures } from './use-pasted-pictures.ts';
import { useUploads } from './use-uploads.ts';

/** What a new document can belong to. */
interface TargetChoice {
  label: string;
  target: AttachmentTarget;
}

interface DocumentsProps {
  /** 2 on a page, 3 under another heading. */
  level?: 2 | 3;
  documents: readonly ListedAttachment[];
  /** Empty: the person may not attach. With one there is nothing to choose. */
  choices: readonly TargetChoice[];
  /** What each document belongs to, in words, by its id; missing where all belong to the same. */
  belongings?: Readonly<Record<number, string>>;
}

const ACCEPTED = [...DOCUMENT_KINDS, 'jpeg'].map((kind) => `.${kind}`).join(',');

const keyOf = (target: AttachmentTarget) => JSON.stringify(target);

/** The documentation of an account or a control: what is there, and a place to put more. */
export function Documents({ level = 2, documents, choices, belongings }: DocumentsProps) {
  const t = useTranslations('documents');
  const router = useRouter();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { uploads, arrived, isBusy, send, cancel, dismiss } = useUploads();
  const [chosen, setChosen] = useState('');
  const [removed, setRemoved] = useState<string | null>(null);
  const choice = choices.find(({ target }) => keyOf(target) === chosen) ?? choices[0];
  const Heading = level === 2 ? 'h2' : 'h3';
  const present = documents.filter((document) => document.removed === null);
  const gone = documents.filter((document) => document.removed !== null);

  function add(files: readonly File[]) {
    if (!choice) return;
    setRemoved(null);
    send(files, choice.target);
  }
  usePastedPictures(add, !choice);
  useLeaveQuestion(isBusy);

  return (
    <section className={styles.documents} aria-labelledby={id} data-level={level}>
      <Heading id={id} ref={heading} tabIndex={-1}>
        {t('title')} {present.length > 0 && <span className={styles.count}>({present.length})</span>}
      </Heading>
      {present.length === 0 && <p className={styles.muted}>{t(choice ? 'empty' : 'emptyReader')}</p>}
      {present.length > 0 && (
        <DocumentList
          documents={present}
          belongsTo={belongings ? (document) => belongings[document.id] ?? '' : null}
          onRemoved={(name) => {
            setRemoved(name);
            router.refresh();
            heading.current?.focus();
          }}
        />
      )}
      {choice && (
        <div className={styles.add}>
          {choices.length > 1 && (
            <SelectField
              label={t('belongsTo')}
              value={keyOf(choice.target)}
              onChange={(event) => setChosen(event.target.value)}
            >
              {choices.map(({ label, target }) => (
                <option key={keyOf(target)} value={keyOf(target)}>
                  {label}
                </option>
              ))}
            </SelectField>
          )}
          <FileDrop
            label={t('drop')}
            help={t('dropHelp', { megabytes: LARGEST_DOCUMENT / 1024 / 1024 })}
            accept={ACCEPTED}
            onFiles={add}
          />
          <UploadList uploads={uploads} onCancel={cancel} onDismiss={dismiss} />
        </div>
      )}
      <VisuallyHidden>
        <span role="status">
          {isBusy
            ? t('sending')
            : removed !== null
              ? t('removedNow', { name: removed })
              : arrived > 0
                ? t('arrived', { count: arrived })
                : ''}
        </span>
      </VisuallyHidden>
      {gone.length > 0 && (
        <details className={styles.gone}>
          <summary>{t('gone', { count: gone.length })}</summary>
          <ul>
            {gone.map(({ id: key, name, removed: trace }) => (
              <li key={key}>
                <span className={styles.struck}>{maskCprNumbers(name)}</span>{' '}
                {trace && t('goneBy', { at: formatDateTime(trace.at), name: trace.byName, reason: trace.reason })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Asks before the page is closed while something is on its way. */
function useLeaveQuestion(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}
