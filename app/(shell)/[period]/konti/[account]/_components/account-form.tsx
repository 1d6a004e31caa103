'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { Ore } from '#lib/domain/money.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import type { SharingKey } from '#lib/domain/sharing.ts';
import type { PresenceInput } from '#lib/schemas/draft.ts';
import type { AccountHistory } from '#lib/services/get-account-history.ts';
import { PresenceLine } from '../../../../_components/presence-line.tsx';
import { useLeaveGuard } from '../../../../_components/use-leave-guard.ts';
import { usePresence } from '../../../../_components/use-presence.ts';
import { type AccountDraft, calculateDraft, isDocumentationMissing, readFinding } from './account-draft.ts';
import styles from './account-form.module.css';
import { BalanceChart } from './balance-chart.tsx';
import { useDeskRefresh, useOwnRefresh } from './desk-refresh.tsx';
import { EarlierPeriod } from './earlier-period.tsx';
import { Figures } from './figures.tsx';
import { FormNotices } from './form-notices.tsx';
import { LastDone, noteDone } from './last-done.tsx';
import { ReconciliationFields } from './reconciliation-fields.tsx';
import { type FormSource, useAccountForm } from './use-account-form.ts';
import { VerdictFields } from './verdict-fields.tsx';

interface AccountFormProps {
  source: FormSource;
  balance: Ore;
  /** The committee of a new finding: the account's. '' where it has none. */
  committee: string;
  committees: readonly Committee[];
  olderLimit: string;
  /** The key by which the account is shared between committees. */
  sharing: SharingKey | null;
  /** The account in other periods. */
  history: AccountHistory;
  /** The next account of the list, or the way to it; null after the last. */
  next: Route | (() => void) | null;
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
  sharing,
  history,
  next,
  notices,
}: AccountFormProps) {
  const t = useTranslations('account');
  const router = useRouter();
  const form = useAccountForm(source);
  const { draft, dispatch } = form;
  const { readOnly, periodId, account, version } = source;
  const refresh = useDeskRefresh();
  const presence = usePresence({
    address: '/api/presence',
    toBody: (said) => ({ periodId, account, ...said }) satisfies PresenceInput,
    version,
    onChanged: refresh,
    draft,
    dirty: form.dirty,
  });
  useLeaveGuard(form.keeping === 'nowhere');
  const element = useRef<HTMLFormElement>(null);
  const refetch = useOwnRefresh();
  const figures = useMemo(() => calculateDraft(draft, balance, olderLimit), [draft, balance, olderLimit]);
  const findings = useMemo(
    () => (draft.verdict === 'follow-up' ? draft.findings.map((one) => readFinding(one).finding) : []),
    [draft],
  );
  const errors = useMemo(
    () => new Map(form.errors.flatMap(({ fieldId, text }) => (fieldId === null ? [] : [[fieldId, text]]))),
    [form.errors],
  );

  const [asked, setAsked] = useState<{ draft: AccountDraft; goesOn: boolean } | null>(null);
  const [sent, setSent] = useState(false);
  // Only as long as nothing is typed since: what is sent without a documented balance is meant to be.
  const asks = asked !== null && asked.draft === draft ? asked : null;

  async function save(submit: boolean, goesOn = false) {
    if (readOnly) return;
    if (submit && asks === null && isDocumentationMissing(draft)) {
      setAsked({ draft, goesOn });
      return;
    }
    setAsked(null);
    if (!(await form.save(submit))) return;
    setSent(submit);
    noteDone({ periodId, account, at: new Date(), sent: submit });
    if (!goesOn || next === null) refetch?.();
    else if (typeof next === 'function') next();
    else router.push(next);
  }

  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 's' && key !== 'enter') return;
    // Beside a list the keys are the list's where one is in it.
    const panel = element.current?.closest('[data-panel]') ?? null;
    if (panel !== null && !panel.contains(document.activeElement)) return;
    event.preventDefault();
    if (key === 'enter') save(true, next !== null);
    else save(false);
  });
  useEffect(() => {
    document.addEventListener('keydown', saveByKey);
    return () => document.removeEventListener('keydown', saveByKey);
  }, []);

  return (
    <div className={styles.room}>
      <form
        ref={element}
        noValidate
        className={styles.form}
        aria-label={t('form')}
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <div className={styles.aside}>
          <div className={styles.figures}>
            <Figures balance={balance} figures={figures} findings={findings} olderLimit={olderLimit} />
          </div>
          <div className={styles.beside}>
            {history.earlier && (
              <EarlierPeriod
                earlier={history.earlier}
                balance={balance}
                draft={draft}
                figures={figures}
                findings={findings}
              />
            )}
            <BalanceChart points={history.points} current={periodId} />
          </div>
        </div>
        <div className={styles.fields}>
          <ErrorSummary errors={form.errors} />
          {notices}
          <PresenceLine others={presence.others} say={(kind, name) => t(`presence.${kind}`, { name })} />
          <FormNotices form={form} changedBy={presence.changedBy} />
          <fieldset disabled={readOnly} className={styles.typed} aria-label={t('typed')}>
            <ReconciliationFields
              draft={draft}
              errors={errors}
              dispatch={dispatch}
              balance={balance}
              figures={figures}
            />
            <VerdictFields
              draft={draft}
              stored={form.stored}
              errors={errors}
              dispatch={dispatch}
              committee={committee}
              committees={committees}
              olderLimit={olderLimit}
              sharing={sharing}
            />
          </fieldset>
        </div>
        {!readOnly && (
          <div className={styles.bar}>
            {asks && (
              <div className={styles.question}>
                <Notice tone="attention" live title={t('undocumented.title')}>
                  <p>{t('undocumented.text')}</p>
                </Notice>
              </div>
            )}
            <Button type="submit" title="Ctrl+S">
              {t('save')}
            </Button>
            <Button kind="primary" onClick={() => save(true)} title={next ? undefined : 'Ctrl+Enter'}>
              {t(asks ? 'undocumented.send' : 'saveAndSend')}
            </Button>
            {next && (
              <Button onClick={() => save(true, true)} title="Ctrl+Enter">
                {t('saveSendAndNext')}
              </Button>
            )}
            <StatusLine state={form.status} />
            {form.status?.kind === 'saved' && sent && <span className={styles.done}>{t('done.sent')}</span>}
            {form.status === null && <LastDone periodId={periodId} account={account} />}
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
    </div>
  );
}
