'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import type { Place } from '../../_components/addresses.ts';
import { CollectPreview } from './collect-preview.tsx';
import styles from './plan-workbooks.module.css';
import { useCollect } from './use-collect.ts';

/** Where a workbook that came home is dropped, looked at and saved. */
export function CollectDesk({ place }: { place: Place }) {
  const t = useTranslations('planWorkbook');
  const problemText = useProblemText();
  const { state, problems, isBusy, show, drop, save, undo } = useCollect(place);
  const errors = problems.map((problem) => ({ fieldId: null, text: problemText(problem) }));
  return (
    <section aria-labelledby="hent-ind" aria-busy={isBusy} className={styles.desk}>
      <h2 id="hent-ind" className={styles.heading}>
        {t('collect')}
      </h2>
      <p className={styles.text}>{t('collectText')}</p>
      <ErrorSummary errors={errors} />
      {state.kind === 'saved' && (
        <Notice tone="good" live title={t('saved', { count: state.changed, number: formatCount(state.changed) })}>
          {state.changeSet !== null && (
            <>
              <p>
                {t('undoText')}
                {state.drops.length > 0 && ` ${t('undoDrops', { accounts: state.drops.join(', ') })}`}
              </p>
              <Button onClick={() => undo(state.changeSet ?? 0, state.drops)} aria-busy={isBusy}>
                {t('undo')}
              </Button>
            </>
          )}
        </Notice>
      )}
      {state.kind === 'undone' && (
        <Notice live title={t('undone', { count: state.changed, number: formatCount(state.changed) })}>
          {state.waiting.length > 0 && <p>{t('undoneWaiting', { accounts: state.waiting.join(', ') })}</p>}
        </Notice>
      )}
      {state.kind === 'shown' ? (
        <CollectPreview
          // Another file is looked at anew: nothing chosen for the one before counts.
          key={state.preview.digest}
          place={place}
          fileName={state.file.name}
          preview={state.preview}
          isBusy={isBusy}
          onSave={save}
          onDrop={drop}
        />
      ) : (
        <div className={styles.drop}>
          <FileDrop
            label={t('dropLabel')}
            help={t('dropHelp')}
            accept=".xlsx"
            disabled={isBusy}
            onFiles={([file]) => {
              if (file) show(file);
            }}
          />
        </div>
      )}
    </section>
  );
}
