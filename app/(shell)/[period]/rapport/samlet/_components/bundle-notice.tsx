import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DownloadLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import styles from './bundle.module.css';
import type { BundleState } from './use-bundle.ts';

/** How far the archive is, then the archive itself or why there is none. Comes into view under the button. */
export function BundleNotice({ state }: { state: BundleState }) {
  const told = useRef<HTMLDivElement>(null);
  const { kind } = state;

  useEffect(() => {
    if (kind === 'idle') return;
    told.current?.scrollIntoView({ block: 'nearest' });
    // Whoever waited at the button goes on at the file.
    if (kind === 'made') told.current?.querySelector('a')?.focus();
  }, [kind]);

  return (
    <div ref={told} className={styles.told}>
      <Told state={state} />
    </div>
  );
}

function Told({ state }: { state: BundleState }) {
  const t = useTranslations('bundle');
  const problemText = useProblemText();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'working': {
      const { done, total, name } = state.progress ?? { done: 0, total: 0, name: '' };
      return (
        <Notice>
          <ProgressBar label={t('working')} done={done} total={total === 0 ? null : total} />
          {name !== '' && <p>{name}</p>}
        </Notice>
      );
    }
    case 'made': {
      const { id, fileName, bytes, files, reused, committees, leftOut, lost, foreign } = state.bundle;
      const drafts = committees.filter(({ failing }) => failing > 0).map(({ code }) => code);
      return (
        <Notice
          tone={drafts.length + lost.length + foreign.length > 0 ? 'attention' : 'good'}
          live
          title={t('made', { name: fileName })}
        >
          <div className={styles.ready}>
            <p>
              {t('madeOf', { count: files, files: formatCount(files), size: formatBytes(bytes) })}{' '}
              {reused > 0 && t('reused', { count: reused, number: formatCount(reused) })}
            </p>
            {drafts.length > 0 && <p>{t('drafts', { count: drafts.length, committees: drafts.join(', ') })}</p>}
            {leftOut.length > 0 && <p>{t('leftOut', { committees: leftOut.join(', ') })}</p>}
            {lost.length > 0 && <p>{t('lost', { files: lost.join(', ') })}</p>}
            {foreign.length > 0 && <p>{t('foreign', { files: foreign.join(', ') })}</p>}
            <DownloadLink kind="primary" href={`/api/report-bundle/${id}`}>
              {t('fetch', { name: fileName })}
            </DownloadLink>
          </div>
        </Notice>
      );
    }
    case 'stopped':
      return (
        <Notice tone="attention" live title={t('stopped')}>
          {t('stoppedText', { done: formatCount(state.done), total: formatCount(state.total) })}
        </Notice>
      );
    case 'refused':
      return <Notice tone="bad" live title={state.problems.map(problemText).join(' ')} />;
    case 'failed':
      return (
        <Notice tone="bad" live title={t('failed')}>
          {t('failedText')}
        </Notice>
      );
  }
}
