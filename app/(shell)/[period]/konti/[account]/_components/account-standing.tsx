'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Tag, type TagTone } from '#components/ui/tag.tsx';
import type { RuleMark } from '#lib/domain/account.ts';
import type { Status, Workflow } from '#lib/domain/workflow.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { Standing } from '#lib/services/account-standing.ts';
import type { Problem, Result } from '#lib/services/context.ts';
import type { RefusedAccount } from '#lib/services/move-reconciliations.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import { ReturnDialog } from '../../../_components/return-dialog.tsx';
import { WorkflowNotice } from '../../../_components/workflow-notice.tsx';
import { approveAccounts, returnAccounts, takeBackAccounts } from '../../../approval-actions.ts';
import styles from './account-standing.module.css';
import { useOwnRefresh } from './desk-refresh.tsx';

interface AccountStandingProps {
  periodId: string;
  account: string;
  name: string;
  version: number;
  /** null: nobody has logged it. */
  workflow: Workflow | null;
  /** The rule that logged it as it stands; null: a person or a file did. */
  rule: RuleMark | null;
  standing: Standing;
  /** Who reconciles the account, in words; '' where nobody is named. */
  reconciledBy: string;
}

const TONES: Record<Status, TagTone> = {
  draft: 'neutral',
  submitted: 'attention',
  approved: 'good',
  returned: 'bad',
};

/** Where the account stands on its way to approval, who had a hand in it, and what this person can do with it. */
export function AccountStanding({
  periodId,
  account,
  name,
  version,
  workflow,
  rule,
  standing,
  reconciledBy,
}: AccountStandingProps) {
  const t = useTranslations('workflow');
  const rules = useTranslations('rules');
  const problemText = useProblemText();
  const refetch = useOwnRefresh();
  const [returning, setReturning] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const accounts = { periodId, accounts: [{ account, version }] };
  const status = workflow?.status ?? null;

  /** @returns whether it was answered */
  async function run(act: () => Promise<Result<{ refused: readonly RefusedAccount[] }>>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    try {
      const result = await act();
      const problems: Problem[] = result.ok ? result.value.refused.map(({ problem }) => problem) : result.problems;
      const texts = problems.map(problemText);
      setRefusal(texts.length > 0 ? texts.join(' ') : null);
      refetch?.();
      return true;
    } catch {
      setRefusal(problemText({ code: 'act-failed' }));
      return false;
    } finally {
      setBusy(false);
    }
  }

  function askToReturn() {
    setRefusal(null);
    setReturning(true);
  }

  return (
    <div className={styles.root}>
      <section className={styles.standing} aria-label={t('label')}>
        <div className={styles.line}>
          {status === null ? <Tag>{t('status.none')}</Tag> : <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>}
          <span className={styles.facts}>
            {rule !== null && <span>{rules('loggedBy', { name: rule.name, version: rule.version })}</span>}
            {standing.preparers.length > 0 && <span>{t('preparers', { names: standing.preparers.join(', ') })}</span>}
            {workflow?.submittedAt && <span>{t('sent', { at: formatDateTime(workflow.submittedAt) })}</span>}
            {status === 'submitted' && standing.required === 2 && (
              <span>{t('ofTwo', { given: workflow?.approvals.length ?? 0 })}</span>
            )}
          </span>
          <span className={styles.acts}>
            {standing.mayTakeBack && (
              <Button onClick={() => run(() => takeBackAccounts(accounts))}>{t('takeBack')}</Button>
            )}
            {standing.mayApprove && (
              <Button kind="primary" onClick={() => run(() => approveAccounts(accounts))}>
                {t('approve')}
              </Button>
            )}
            {standing.mayReturn && <Button onClick={askToReturn}>{t('return')}</Button>}
          </span>
        </div>
        {workflow !== null && workflow.approvals.length > 0 && (
          <ul className={styles.approvals}>
            {workflow.approvals.map(({ personId, name: by, onBehalfOf, at }) => (
              <li key={personId}>
                {onBehalfOf === null
                  ? t('approvedBy', { by, at: formatDateTime(at) })
                  : t('approvedFor', { by, at: formatDateTime(at), name: onBehalfOf })}
              </li>
            ))}
          </ul>
        )}
        {standing.isOwnWork && <p className={styles.muted}>{problemText({ code: 'own-work' })}</p>}
        {standing.readOnly !== null && (
          <p className={styles.locked}>
            <Icon name="lock" />
            <strong>{t(standing.readOnly === 'not-allowed' ? 'readOnly.label' : 'readOnly.closedLabel')}</strong>
            <span>
              {standing.readOnly === 'not-allowed' && reconciledBy !== ''
                ? t('readOnly.reconciledBy', { unit: reconciledBy })
                : t(`readOnly.${standing.readOnly}`)}
            </span>
          </p>
        )}
      </section>
      {refusal !== null && <Notice tone="bad" live title={refusal} />}
      <WorkflowNotice note={workflow?.note ?? null} />
      <ReturnDialog
        open={returning}
        accounts={[`${account} ${name}`]}
        onClose={() => setReturning(false)}
        failure={refusal}
        onReturn={async (reason) => {
          const isAnswered = await run(() => returnAccounts({ ...accounts, reason }));
          if (isAnswered) setReturning(false);
          return isAnswered;
        }}
      />
    </div>
  );
}
