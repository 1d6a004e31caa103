'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { formatCount } from '#lib/format/amount.ts';
import styles from './bulk.module.css';
import { Refusals } from './refusals.tsx';
import type { Bulk } from './use-bulk.ts';

/** How far an act on many is, with a way to stop it; then what came of it, with a way to take it back. */
export function BulkNotice({ bulk, periodId }: { bulk: Bulk; periodId: string }) {
  const t = useTranslations('bulk');
  const { progress, outcome } = bulk;
  const buttons = useRef<HTMLDivElement>(null);

  // The dialog that the act was ordered in took the focus with it; whoever went elsewhere meanwhile stays there.
  useEffect(() => {
    if (outcome !== null && document.activeElement === document.body) buttons.current?.querySelector('button')?.focus();
  }, [outcome]);

  if (progress !== null) {
    return (
      <Notice live>
        <div className={styles.progress}>
          <ProgressBar label={t('working')} done={progress.done} total={progress.total === 0 ? null : progress.total} />
          <Button onClick={bulk.cancel}>{t('cancel')}</Button>
        </div>
      </Notice>
    );
  }
  if (outcome === null) return null;
  const { act, changed, refused, isStopped, allOrNothing, changeSet, failed } = outcome;
  const stopped = refused.reduce((count, { accounts }) => count + accounts.length, 0);
  const told = [
    changeSet === null ? t('nothing') : t(`done.${act}`, { count: changed, number: formatCount(changed) }),
    ...(isStopped ? [t(allOrNothing ? 'stoppedNothing' : 'stopped')] : []),
    ...(stopped > 0
      ? [t(allOrNothing ? 'refusedAll' : 'refused', { count: stopped, number: formatCount(stopped) })]
      : []),
  ];
  const tone = failed !== null || changeSet === null ? 'bad' : stopped > 0 || isStopped ? 'attention' : 'good';
  return (
    <div className={styles.notice}>
      <Notice tone={tone} live title={failed ?? told.join(' ')}>
        <Refusals refused={refused} periodId={periodId} />
        <div ref={buttons} className={styles.buttons}>
          {changeSet !== null && <Button onClick={bulk.undo}>{t(act === 'undo' ? 'redo' : 'undo')}</Button>}
          <Button kind="quiet" onClick={bulk.forget}>
            {t('close')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
