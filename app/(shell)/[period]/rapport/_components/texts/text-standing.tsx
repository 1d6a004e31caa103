import { useTranslations } from 'next-intl';
import { Tag, type TagTone } from '#components/ui/tag.tsx';
import { isEmptyText, type TextStatus } from '#lib/domain/report-text.ts';
import { formatDate } from '#lib/format/date.ts';
import type { WrittenText } from '#lib/services/get-report-texts.ts';
import styles from './text-slot.module.css';

const TONES: Record<TextStatus | 'missing', TagTone> = {
  missing: 'neutral',
  draft: 'attention',
  ready: 'neutral',
  approved: 'good',
};

/** How far a text is: what says nothing is not written, however it was moved. */
export function standingOf(text: Pick<WrittenText, 'document' | 'status'> | null): TextStatus | 'missing' {
  return text === null || isEmptyText(text.document) ? 'missing' : text.status;
}

/** How far a text is, in a word. */
export function TextStatusTag({ status }: { status: TextStatus | 'missing' }) {
  const t = useTranslations('reportTexts.status');
  return <Tag tone={TONES[status]}>{t(status)}</Tag>;
}

/** Who wrote a text and when, who is to and by when, and whether it is last year's word by word. */
export function TextStanding({ text }: { text: WrittenText }) {
  const t = useTranslations('reportTexts.standing');
  const isWritten = text.updatedAt !== '' && !isEmptyText(text.document);
  return (
    <span className={styles.facts}>
      {isWritten && <span>{t('by', { name: text.updatedByName, date: formatDate(text.updatedAt.slice(0, 10)) })}</span>}
      {text.unchangedSince !== null && <span>{t('unchanged', { year: String(text.unchangedSince) })}</span>}
      {text.status !== 'approved' && text.assigneeName !== null && (
        <span>
          {text.deadline === null
            ? t('writer', { name: text.assigneeName })
            : t('writerBy', { name: text.assigneeName, date: formatDate(text.deadline) })}
        </span>
      )}
    </span>
  );
}
