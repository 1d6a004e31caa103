'use client';

import { useTranslations } from 'next-intl';
import { formatClock } from '#lib/format/date-time.ts';
import { Icon } from './icon.tsx';
import styles from './status-line.module.css';

/** Whether what one sees is what is kept. */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  /** Not saved, but kept as a draft that outlives the page. */
  | { kind: 'kept'; at: Date }
  /** Not saved, and kept in this browser only. */
  | { kind: 'offline' }
  /** A save that has not come through, and is sent again. */
  | { kind: 'retrying' }
  | { kind: 'failed' };

/** Saving in words: *Gemt 14.02*, *Gemmer …*, *Ikke gemt*. Null says nothing yet, but the place is kept. */
export function StatusLine({ state }: { state: SaveState | null }) {
  const t = useTranslations('ui');
  return (
    <span className={styles.status} role="status" data-kind={state?.kind}>
      {state?.kind === 'saved' && (
        <>
          <Icon name="done" />
          {t('saved', { time: formatClock(state.at) })}
        </>
      )}
      {state?.kind === 'saving' && t('saving')}
      {state?.kind === 'unsaved' && t('unsaved')}
      {state?.kind === 'kept' && t('kept', { time: formatClock(state.at) })}
      {(state?.kind === 'offline' || state?.kind === 'retrying') && (
        <>
          <Icon name="warning" />
          {t(state.kind)}
        </>
      )}
      {state?.kind === 'failed' && (
        <>
          <Icon name="warning" />
          {t('failed')}
        </>
      )}
    </span>
  );
}
