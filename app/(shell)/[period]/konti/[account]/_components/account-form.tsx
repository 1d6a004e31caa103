'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { Ore } from '#lib/domain/money.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { calculateDraft } from './account-draft.ts';
import styles from './account-form.module.css';
import { Figures } from './figures.tsx';
import { FormNotices } from './form-notices.tsx';
import { PresenceLine } from './presence-line.tsx';
import { ReconciliationFields } from './reconciliation-fields.tsx';
import { type FormSource, useAccountForm } from './use-account-form.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { usePresence } from './use-presence.ts';
import { VerdictFields } from './verdict-fields.tsx';

interface AccountFormProps {
  source: FormSource;
  balance: Ore;
  /** The committee of a new finding: the account's. '' where it has none. */
  committee: string;
  committees: readonly Committee[];
  olderLimit: string;
  /** The next account of the list; null after the last. */
  next: Route | null;
  /** The last day that is older than one year, as it is shown. */
  olderThan: string;
  /** What one must know before one types. */
  notices: ReactNode;
}

/** Logs what an account was held against and the verdict. Saved by its buttons, Ctrl+S or Ctrl+Enter. */
export function AccountForm({
  source,
  balance,
  committee,
  committees,
  olderLimit,
  next,
  olderThan,
  notices,
}: AccountFormProps) {
  const t = useTranslations('account');
  const router = useRouter();
  const form = useAccountForm(source);
  const { draft, dispatch } = form;
  const { readOnly, periodId, account, version } = source;
  const presence = usePresence({ periodId, account, version, draft, dirty: form.dirty });
  useLeaveGuard(form.keeping === 'nowhere');
  const figures = useMemo(() => calculateDraft(draft, balance, olderLimit), [draft, balance, olderLimit]);
  const errors = useMemo(
    () => new Map(form.errors.flatMap(({ fieldId, text }) => (fieldId === null ? [] : [[fieldId, text]]))),
    [form.errors],
  );

  async function save(submit: boolean, goTo: string | null = null) {
    if (readOnly || !(await form.save(submit))) return;
    if (goTo !== null) router.push(goTo as Route);
  }

  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 's' && key !== 'enter') return;
    event.preventDefault();
    if (key === 'enter') save(true, next);
    else save(false);
  });
  useEffect(() => {
    document.addEventListener('keydown', saveByKey);
    return () => document.removeEventListener('keydown', saveByKey);
  }, []);

  return (
    <form
      noValidate
      className={styles.form}
      aria-label={t('form')}
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
    >
      <div className={styles.aside}>
        <Figures balance={balance} figures={figures} olderThan={olderThan} />
      </div>
      <div className={styles.fields}>
        <ErrorSummary errors={form.errors} />
        {notices}
        <PresenceLine others={presence.others} />
        <FormNotices form={form} changedBy={presence.changedBy} />
        <fieldset disabled={readOnly} className={styles.typed} aria-label={t('typed')}>
          <ReconciliationFields draft={draft} errors={errors} dispatch={dispatch} balance={balance} figures={figures} />
          <VerdictFields
            draft={draft}
            stored={form.stored}
            errors={errors}
            dispatch={dispatch}
            committee={committee}
            committees={committees}
            olderLimit={olderLimit}
          />
        </fieldset>
      </div>
      {!readOnly && (
        <div className={styles.bar}>
          <Button type="submit" title="Ctrl+S">
            {t('save')}
          </Button>
          <Button kind="primary" onClick={() => save(true)} title={next ? undefined : 'Ctrl+Enter'}>
            {t('saveAndSend')}
          </Button>
          {next && (
            <Button onClick={() => save(true, next)} title="Ctrl+Enter">
              {t('saveSendAndNext')}
            </Button>
          )}
          <StatusLine state={form.status} />
          {form.undo && (
            <span className={styles.undo} role="status">
              {t(`undone.${form.undo.act}`)}{' '}
              <Button kind="quiet" onClick={() => dispatch({ type: 'undo' })}>
                {t('undo')}
              </Button>
            </span>
          )}
        </div>
      )}
    </form>
  );
}
