'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { formatDate } from '#lib/format/date.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { Result } from '#lib/services/context.ts';
import type { RetentionPage } from '#lib/services/retention.ts';
import { useProblemText } from '../../../../problem-text.ts';
import { askForDisposal, disposeForEver, withdrawDisposal } from '../actions.ts';
import styles from './retention.module.css';
import { useExtent } from './use-extent.ts';

type Open = RetentionPage['open'][number];

/** What has run out, and what one administrator asked for and another has to approve. */
export function Disposals({ runOut, open }: Pick<RetentionPage, 'runOut' | 'open'>) {
  const t = useTranslations('retention');
  const problemText = useProblemText();
  const extent = useExtent();
  const [answer, setAnswer] = useState<{ isGood: boolean; text: string } | null>(null);
  const [asked, setAsked] = useState<Open | null>(null);
  const [isWorking, startWork] = useTransition();

  function run<T>(work: () => Promise<Result<T>>, done: (value: T) => string) {
    setAsked(null);
    startWork(async () => {
      try {
        const result = await work();
        setAnswer(
          result.ok
            ? { isGood: true, text: done(result.value) }
            : { isGood: false, text: result.problems.map(problemText).join(' ') },
        );
      } catch {
        setAnswer({ isGood: false, text: t('failed') });
      }
    });
  }

  return (
    <>
      <div aria-live="polite" className={styles.answer}>
        {answer && <Notice tone={answer.isGood ? 'good' : 'bad'}>{answer.text}</Notice>}
      </div>
      {open.length > 0 && (
        <section className={styles.section} aria-labelledby="venter">
          <h2 id="venter">{t('open')}</h2>
          <p className={styles.muted}>{t('openHelp')}</p>
          <ul className={styles.open}>
            {open.map((one) => (
              <li key={one.id}>
                <p>
                  {t('requested', {
                    material: t(`material.${one.material}`),
                    date: formatDate(one.before),
                    time: formatDateTime(one.requestedAt),
                    name: one.requestedByName,
                  })}
                </p>
                <p className={styles.muted}>{extent(one.list.counts)}</p>
                <div className={styles.buttons}>
                  {one.mayApprove ? (
                    <Button
                      kind="danger"
                      disabled={isWorking}
                      aria-label={t('approveOf', { material: t(`material.${one.material}`) })}
                      onClick={() => setAsked(one)}
                    >
                      {t('approve')}
                    </Button>
                  ) : (
                    <span className={styles.muted}>{t('ownRequest')}</span>
                  )}
                  <Button
                    disabled={isWorking}
                    onClick={() =>
                      run(
                        () => withdrawDisposal(one.id),
                        () => t('withdrawn'),
                      )
                    }
                  >
                    {t('withdraw')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section}>
        <h2 id="udloebet">{t('runOut')}</h2>
        <ScrollBox label={t('runOut')}>
          <table className={styles.table} aria-labelledby="udloebet">
            <thead>
              <tr>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('extent')}</th>
                <th scope="col">
                  <VisuallyHidden>{t('request')}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {runOut.map(({ material, before, counts }) => {
                const text = extent(counts);
                const waits = open.some((one) => one.material === material);
                return (
                  <tr key={material}>
                    <th scope="row">
                      {t(`material.${material}`)}
                      <span className={styles.what}>{t(`what.${material}`)}</span>
                    </th>
                    <td>{formatDate(before)}</td>
                    <td className={text === '' ? styles.muted : undefined}>{text || t('nothing')}</td>
                    <td>
                      {text !== '' && !waits && (
                        <Button
                          disabled={isWorking}
                          aria-label={t('requestOf', { material: t(`material.${material}`) })}
                          onClick={() =>
                            run(
                              () => askForDisposal(material),
                              () => t('askedFor'),
                            )
                          }
                        >
                          {t('request')}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      </section>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={
          asked === null
            ? ''
            : t('confirmTitle', { material: t(`material.${asked.material}`), date: formatDate(asked.before) })
        }
      >
        {asked && (
          <>
            <p>{t('confirmText', { extent: extent(asked.list.counts) })}</p>
            <div className={styles.buttons}>
              <Button
                kind="danger"
                onClick={() =>
                  run(
                    () => disposeForEver(asked.id),
                    (list) => t('disposed', { extent: extent(list.counts) }),
                  )
                }
              >
                {t('confirm')}
              </Button>
              <Button onClick={() => setAsked(null)}>{t('cancel')}</Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
