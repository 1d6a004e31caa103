import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { AmountQuestion } from './amount-question.tsx';
import styles from './import.module.css';
import { Preview } from './preview.tsx';
import { Refusal } from './refusal.tsx';
import { UnbalancedReason } from './unbalanced-reason.tsx';
import { useFocusOnce } from './use-focus-once.ts';
import type { Step, useImport } from './use-import.ts';

/** The issue of an ambiguous column, which the question of the amounts' form stands for. */
const ASKED = 'amount-form-unclear';

interface PreviewedImportProps {
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
export function PreviewedImport({ desk, step: { view, hasChanged }, onMap }: PreviewedImportProps) {
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
