'use client';

import { useTranslations } from 'next-intl';
import type { FigureSource } from '#components/text-editor/fields.ts';
import { Button } from '#components/ui/button.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { TextBlock } from '#lib/domain/report-text.ts';
import { formatDate } from '#lib/format/date.ts';
import type { EarlierText as Earlier } from '#lib/services/get-report-texts.ts';
import { numbered } from '../numbered.ts';
import { ShownBlock } from './shown-text.tsx';
import styles from './text-desk.module.css';

interface EarlierTextProps {
  earlier: Earlier;
  figures: FigureSource | null;
  /** Nothing is written yet: the whole can be taken over. */
  isBlank: boolean;
  onTake: (blocks: TextBlock[]) => void;
  onTakeAll: () => void;
}

/** What stood here last year and who wrote it, to be taken over: its figures are this year's. */
export function EarlierText({ earlier, figures, isBlank, onTake, onTakeAll }: EarlierTextProps) {
  const t = useTranslations('reportTexts.earlier');
  const { fiscalYear, document, updatedByName, updatedAt } = earlier;
  return (
    <details className={styles.part} open>
      <summary className={styles.partTitle}>{t('title', { year: String(fiscalYear) })}</summary>
      <p className={styles.quiet}>{t('by', { name: updatedByName, date: formatDate(updatedAt.slice(0, 10)) })}</p>
      {isBlank && <Button onClick={onTakeAll}>{t('takeAll')}</Button>}
      <div className={styles.earlier}>
        {numbered(document).map(({ key, part }) => (
          <div key={key} className={styles.earlierBlock}>
            <ShownBlock block={part} figures={figures} />
            <Button kind="quiet" onClick={() => onTake([part])}>
              {t('take')}
              <VisuallyHidden> {t('takeOf', { number: Number(key) + 1 })}</VisuallyHidden>
            </Button>
          </div>
        ))}
      </div>
    </details>
  );
}
