'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { TextEditor, type TextEditorHandle } from '#components/text-editor/text-editor.tsx';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { Acknowledgement } from '#lib/domain/report-text.ts';
import { documentWords } from '#lib/format/text-words.ts';
import { scopeOfPlace } from '#lib/report/figures/search-figures.ts';
import { findLooseNumbers } from '#lib/report/loose-numbers/find-loose-numbers.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import { PresenceLine } from '../../../../_components/presence-line.tsx';
import { useLeaveGuard } from '../../../../_components/use-leave-guard.ts';
import { usePresence } from '../../../../_components/use-presence.ts';
import { CprHint } from '../../../_components/cpr-hint.tsx';
import { asField } from './as-field.ts';
import { EarlierText } from './earlier-text.tsx';
import { LooseNumbers } from './loose-numbers.tsx';
import { MergeTexts } from './merge-texts.tsx';
import { TEXTS_ADDRESS, type TextAt } from './text-calls.ts';
import styles from './text-desk.module.css';
import { TextHistory } from './text-history.tsx';
import { TextNotices } from './text-notices.tsx';
import { TextTask } from './text-task.tsx';
import { useReportFigures } from './use-report-figures.ts';
import { useTextDesk } from './use-text-desk.ts';

export interface TextDeskProps extends TextAt {
  /** What was said of numbers in this text. */
  acknowledgements: readonly Acknowledgement[];
  onClose: () => void;
}

/** Where a text of the report is written, at its place in it: with last year's beside it, who is to write it, and its history. */
export function TextDesk({ acknowledgements, onClose, ...at }: TextDeskProps) {
  const t = useTranslations('reportTexts');
  const problemText = useProblemText();
  const { frame, place, side, title } = at;
  const editor = useRef<TextEditorHandle>(null);
  const root = useRef<HTMLElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const desk = useTextDesk(at, editor);
  const { figures, list, hasFailed, retry } = useReportFigures(frame, side.owner, place);
  const settled = useDeferredValue(desk.document);
  const loose = useMemo(
    () => findLooseNumbers(settled, list, acknowledgements, scopeOfPlace(place)),
    [settled, list, acknowledgements, place],
  );
  const pointed = useMemo(
    () => loose.map(({ at, severity }) => ({ ...at, isGrave: severity === 'blocking' })),
    [loose],
  );
  const wrong = loose.filter(({ severity }) => severity === 'blocking').length;
  const [isClosing, setClosing] = useState(false);
  const name = t(side.owner === '' ? 'name.shared' : 'name.own', { place: title });

  const presence = usePresence({
    address: TEXTS_ADDRESS,
    toBody: (said) => ({
      act: 'presence',
      input: { fiscalYear: frame.fiscalYear, owner: side.owner, place, ...said },
    }),
    version: desk.version,
    onChanged: desk.refresh,
    draft: desk.document,
    dirty: desk.dirty,
  });
  useLeaveGuard(desk.keeping === 'nowhere');

  const isReady = figures !== null;
  const begin = useEffectEvent(() => editor.current?.focus());
  useEffect(() => {
    if (isReady) begin();
  }, [isReady]);

  useEffect(() => {
    if (head.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const [box] = entry?.borderBoxSize ?? [];
      root.current?.style.setProperty('--head-height', `${box?.blockSize ?? 0}px`);
    });
    observer.observe(head.current);
    return () => observer.disconnect();
  }, []);

  async function close() {
    setClosing(true);
    if (await desk.save()) onClose();
    setClosing(false);
  }

  function handleKey(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    desk.save();
  }

  return (
    <section ref={root} className={styles.desk} aria-label={name} onKeyDown={handleKey}>
      <div ref={head} className={styles.head}>
        <p className={styles.name}>{name}</p>
        <StatusLine state={desk.status} />
        <PresenceLine others={presence.others} say={(kind, person) => t(`presence.${kind}`, { name: person })} />
        <span className={styles.acts}>
          <Button onClick={desk.save}>{t('save')}</Button>
          <Button kind="quiet" icon="close" aria-disabled={isClosing} onClick={close}>
            {t('close')}
          </Button>
        </span>
      </div>
      {desk.problems.length > 0 && (
        <Notice tone="bad" live title={t('notDone')}>
          {desk.problems.map((problem) => (
            <p key={`${problem.path}/${problem.code}`}>{problemText(problem)}</p>
          ))}
        </Notice>
      )}
      <TextNotices desk={desk} />
      {desk.clash && (
        <MergeTexts clash={desk.clash} figures={figures} onSettle={desk.settle} onDiscard={desk.discard} />
      )}
      <div className={styles.columns}>
        <div className={styles.writing}>
          {figures ? (
            <TextEditor
              ref={editor}
              label={name}
              document={desk.start}
              topLevel={at.topLevel}
              figures={figures}
              pointed={pointed}
              onChange={desk.change}
            />
          ) : hasFailed ? (
            <Notice tone="bad" live title={t('figuresFailed')}>
              <Button onClick={retry}>{t('tryAgain')}</Button>
            </Notice>
          ) : (
            <Skeleton lines={6} label={t('fetchingFigures')} />
          )}
          <CprHint text={documentWords(settled)} />
          {figures && (
            <LooseNumbers
              numbers={loose}
              acknowledgements={acknowledgements}
              onGoTo={(number) => editor.current?.goTo(number.at)}
              onReplace={(number, figure) => {
                const { at: where, field } = asField(number, figure);
                editor.current?.replace(where, field);
              }}
              onAcknowledge={({ number, context }, reason) => desk.act('acknowledge', { number, context, reason })}
              onWithdraw={({ number, context }) => desk.act('withdraw', { number, context })}
            />
          )}
        </div>
        <aside className={styles.beside}>
          <TextTask at={at} desk={desk} wrong={wrong} />
          {side.earlier && (
            <EarlierText
              earlier={side.earlier}
              figures={figures}
              isBlank={desk.document.length === 0}
              onTake={(blocks) => editor.current?.set([...desk.document, ...blocks])}
              onTakeAll={() => desk.act('take-over')}
            />
          )}
          <TextHistory
            at={at}
            version={desk.version}
            standing={desk.standing}
            onRestore={(restore) => desk.act('restore', { restore })}
          />
        </aside>
      </div>
    </section>
  );
}
