'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FileDrop } from '#components/ui/file-drop.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { parsePeriod } from '#lib/domain/period.ts';
import { formatCount } from '#lib/format/amount.ts';
import type { ImportKind } from '#lib/import/types.ts';
import type { Problem } from '#lib/services/context.ts';
import { useProblemText } from '../../../problem-text.ts';
import { AmountQuestion } from './amount-question.tsx';
import { ChosenFiles } from './chosen-files.tsx';
import styles from './import.module.css';
import { MappingPanel } from './mapping-panel.tsx';
import { Preview } from './preview.tsx';
import { Refusal } from './refusal.tsx';
import { UnbalancedReason } from './unbalanced-reason.tsx';
import { type ChosenFile, type Step, useImport } from './use-import.ts';
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
      {step.name === 'previewed' && !open && <Outcome desk={desk} step={step} onMap={setMapped} />}
      {step.name === 'stored' && <Stored step={step} />}
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

function useFocusOnce() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

/** The issue of an ambiguous column, which the question of the amounts' form stands for. */
const ASKED = 'amount-form-unclear';

interface OutcomeProps {
  desk: ReturnType<typeof useImport>;
  step: Extract<Step, { name: 'previewed' }>;
  onMap: (file: string) => void;
}

/** Errors that say that the headings are not ours, which the choice of columns answers. */
const UNKNOWN = new Set([
  'unknown-kind',
  'header-missing',
  'column-missing',
  'mapped-column-missing',
  'headings-missing',
]);

/** The preview with the way to store it, or the errors that keep it out. */
function Outcome({ desk, step: { view, hasChanged }, onMap }: OutcomeProps) {
  const t = useTranslations('import');
  const heading = useFocusOnce();
  // A column that can be read both ways is a question here, and no error.
  const errors = view.issues.filter(({ severity, code }) => severity === 'error' && code !== ASKED);
  const isAsking = view.ambiguous.length > 0;
  const mappable = desk.files
    .filter(({ kind }) => kind === 'auto' || kind === 'saldobalance' || kind === 'kontoansvar')
    .map(({ file }) => file.name)
    .filter((name) => errors.some(({ file, code }) => file === name && UNKNOWN.has(code)));
  const isUnbalanced = errors.length > 0 && errors.every(({ code }) => code === 'balance-not-zero');
  const changesNothing = view.files.every((file) => file.groups.length === 0);
  const hasKept = view.files.some((file) => file.kept.length > 0);
  return (
    <section className={styles.outcome}>
      <h2 ref={heading} tabIndex={-1}>
        {errors.length > 0
          ? t('errors.title', { count: errors.length, number: formatCount(errors.length) })
          : isAsking
            ? t('amounts.heading')
            : t('preview.title', { period: view.periodId })}
      </h2>
      {hasChanged && (
        <Notice tone="attention" live title={t('changedTitle')}>
          {t('changedText')}
        </Notice>
      )}
      {(isAsking || desk.choices.amounts !== null) && (
        <AmountQuestion
          ambiguous={view.ambiguous}
          chosen={desk.choices.amounts}
          onChoose={(amounts) => void desk.preview({ amounts })}
        />
      )}
      {mappable.map((name) => (
        <Notice key={name} title={t('unknown.title', { name })}>
          <p className={styles.unknown}>{t('unknown.text')}</p>
          <Button kind="primary" icon="columns" onClick={() => onMap(name)}>
            {t('unknown.map')}
          </Button>
        </Notice>
      ))}
      {errors.length > 0 && <Refusal errors={errors} />}
      {isUnbalanced && <UnbalancedReason onGiven={(balanceReason) => void desk.preview({ balanceReason })} />}
      {errors.length === 0 && !isAsking && (
        <>
          <Preview view={view} />
          {(hasKept || desk.choices.overwrite) && (
            <label className={styles.option}>
              <input
                type="checkbox"
                checked={desk.choices.overwrite}
                onChange={(event) => void desk.preview({ overwrite: event.target.checked })}
              />
              <span>
                {t('overwrite')}
                <span className={styles.optionHelp}>{t('overwriteHelp')}</span>
              </span>
            </label>
          )}
          <div className={styles.actions}>
            <Button kind={changesNothing ? 'secondary' : 'primary'} onClick={() => void desk.store()}>
              {t('store')}
            </Button>
            <p className={styles.muted}>{t('notYetStored')}</p>
          </div>
        </>
      )}
    </section>
  );
}

function Stored({ step: { view, importId, rules } }: { step: Extract<Step, { name: 'stored' }> }) {
  const t = useTranslations('import.stored');
  const heading = useFocusOnce();
  const changes = view.files.reduce((sum, file) => sum + file.groups.reduce((own, { count }) => own + count, 0), 0);
  return (
    <section className={styles.outcome}>
      <h2 ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <Notice tone="good">
        {t('text', {
          files: view.files.length,
          period: view.periodId,
          changes,
          number: formatCount(changes),
        })}
        {rules
          .filter(({ logged }) => logged > 0)
          .map(({ ruleId, name, logged }) => (
            <p key={ruleId}>{t('rule', { name, count: logged, number: formatCount(logged) })}</p>
          ))}
      </Notice>
      <div className={styles.actions}>
        <ButtonLink kind="primary" icon="accounts" href={`/${view.periodId}/konti` as Route}>
          {t('accounts')}
        </ButtonLink>
        <ButtonLink icon="report" href={`/${view.periodId}/rapport` as Route}>
          {t('report')}
        </ButtonLink>
        <ButtonLink href={`/import/${importId}` as Route}>{t('history')}</ButtonLink>
      </div>
    </section>
  );
}
