'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { parsePeriod } from '#lib/domain/period.ts';
import type { ImportKind } from '#lib/import/types.ts';
import type { Problem } from '#lib/services/context.ts';
import { useProblemText } from '../../../problem-text.ts';
import { ChosenFiles } from './chosen-files.tsx';
import styles from './import.module.css';
import { MappingPanel } from './mapping-panel.tsx';
import { PreviewedImport } from './previewed-import.tsx';
import { StoredImport } from './stored-import.tsx';
import { type ChosenFile, useImport } from './use-import.ts';
import { usePastedFiles } from './use-pasted-files.ts';
import { Working } from './working.tsx';

interface ImportDeskProps {
  /** What the period's field says at first. */
  period: string;
  kinds: readonly ImportKind[];
  /** Larger files are sent and read by themselves. In bytes. */
  largestFile: number;
  /** Larger ones yet are refused. In bytes. */
  largestUpload: number;
}

/** From chosen files by a preview to what is stored. */
export function ImportDesk({ period, kinds, largestFile, largestUpload }: ImportDeskProps) {
  const t = useTranslations('import');
  const periodId = useId();
  const filesId = useId();
  const findProblems = useCallback(
    (files: readonly ChosenFile[]): Problem[] => {
      if (files.length === 0) return [{ path: 'files', code: 'no-file', params: {} }];
      const tooLarge = files.filter(({ file }) => file.size > largestUpload);
      if (tooLarge.length > 0) {
        return tooLarge.map(({ file }) => ({ path: 'files', code: 'file-over-limit', params: { name: file.name } }));
      }
      const total = files.reduce((sum, { file }) => sum + (file.size > largestFile ? 0 : file.size), 0);
      return total > largestFile * kinds.length ? [{ path: 'files', code: 'upload-too-large', params: {} }] : [];
    },
    [largestFile, largestUpload, kinds.length],
  );
  const isLarge = (file: File) => file.size > largestFile;
  const desk = useImport(period, findProblems, isLarge);
  const { files, choices, step } = desk;
  const isWorking = step.name === 'working';
  const [mapped, setMapped] = useState<string | null>(null);
  const open = files.find(({ file }) => file.name === mapped);
  // The button that cancels goes with the work: the focus returns to where the work began.
  const submitId = useId();
  const wasCancelled = step.name === 'choosing' && step.isCancelled;
  useEffect(() => {
    if (wasCancelled) document.getElementById(submitId)?.focus();
  }, [wasCancelled, submitId]);
  usePastedFiles(desk.addFiles, isWorking);
  const errors = useProblemTexts(desk.problems, { periodId, files: filesId });
  const tooLarge = new Set(files.filter(({ file }) => file.size > largestUpload).map(({ file }) => file.name));
  const plan = step.name === 'previewed' ? step.view : null;
  const recognised = new Map(plan?.files.map(({ name, kind }) => [name, kind]));
  const periodError = errors.find(({ fieldId }) => fieldId === periodId)?.text;

  return (
    <>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void desk.preview();
        }}
      >
        <ErrorSummary errors={errors} />
        <div className={styles.period}>
          <TextField
            id={periodId}
            label={t('period')}
            help={t('periodHelp')}
            error={periodError}
            value={choices.period}
            disabled={isWorking}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => desk.choose({ period: event.target.value })}
          />
          <PeriodMeaning text={choices.period} />
        </div>
        <div id={filesId} tabIndex={-1} className={styles.drop}>
          <FileDrop
            label={t('drop')}
            help={t('dropHelp', { megabytes: largestUpload / 1024 / 1024 })}
            accept=".csv,.txt,.tsv,.xlsx"
            disabled={isWorking}
            onFiles={desk.addFiles}
          />
        </div>
        {files.length > 0 && (
          <ChosenFiles
            files={files}
            kinds={kinds}
            tooLarge={tooLarge}
            recognised={recognised}
            disabled={isWorking}
            onKind={desk.setKind}
            onRemove={desk.removeFile}
            onMap={setMapped}
          />
        )}
        {files.some(({ file }) => isLarge(file)) && (
          <label className={styles.option}>
            <input
              type="checkbox"
              checked={choices.sumLines}
              disabled={isWorking}
              onChange={(event) => desk.choose({ sumLines: event.target.checked })}
            />
            <span>
              {t('large.sum')}
              <span className={styles.optionHelp}>{t('large.sumHelp')}</span>
            </span>
          </label>
        )}
        {step.name === 'working' ? (
          <Working step={step} onCancel={desk.cancel} />
        ) : (
          <div className={styles.actions}>
            <Button
              id={submitId}
              type="submit"
              kind={step.name === 'choosing' && files.length > 0 ? 'primary' : 'secondary'}
            >
              {step.name === 'previewed' ? t('previewAgain') : t('preview.show')}
            </Button>
            {files.length > 0 && (
              <Button kind="quiet" onClick={desk.restart}>
                {t('restart')}
              </Button>
            )}
          </div>
        )}
      </form>
      {open && !isWorking && (
        <MappingPanel
          key={open.file.name}
          file={open.file}
          mapping={open.mapping}
          period={choices.period}
          onUse={(mapping) => {
            setMapped(null);
            void desk.setMapping(open.file.name, mapping);
          }}
          onClose={() => {
            setMapped(null);
            document.getElementById(filesId)?.focus();
          }}
        />
      )}
      {step.name === 'previewed' && !open && <PreviewedImport desk={desk} step={step} onMap={setMapped} />}
      {step.name === 'stored' && <StoredImport step={step} />}
    </>
  );
}

/** What the typed period means, so that 13–16 are not taken for months. */
function PeriodMeaning({ text }: { text: string }) {
  const t = useTranslations('import');
  const period = parsePeriod(text);
  if (period === null) return null;
  const [year, month, day] = period.balanceDate.split('-');
  return (
    <p className={styles.meaning}>
      {t(period.month > 12 ? 'supplementaryPeriod' : 'monthPeriod', { date: `${day}.${month}.${year}` })}
    </p>
  );
}

/** The problems in words, each with the field that it leads to. The same array for as long as they are the same. */
function useProblemTexts(problems: readonly Problem[], ids: { periodId: string; files: string }) {
  const problemText = useProblemText();
  const { periodId, files } = ids;
  return useMemo(
    () =>
      problems.map((problem) => ({
        fieldId: problem.path === 'periodId' ? periodId : problem.path === 'files' ? files : null,
        text: problemText(problem),
      })),
    [problems, problemText, periodId, files],
  );
}
