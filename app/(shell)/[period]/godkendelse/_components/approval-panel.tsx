'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatDate } from '#lib/format/date.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { ApprovalDetail } from '#lib/services/get-approval.ts';
import type { ApprovalRow } from '#lib/services/list-approvals.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import { ChangeFields } from '../../../_components/change-fields.tsx';
import { WorkflowNotice } from '../../_components/workflow-notice.tsx';
import { readApproval } from '../../approval-actions.ts';
import styles from './approval-panel.module.css';
import { PanelFinding } from './panel-finding.tsx';

/** How long the arrows rest on a row before its content is fetched. */
const REST_MILLISECONDS = 150;

/** What an approver must see of the account that they have come to. */
export function ApprovalPanel({ periodId, row }: { periodId: string; row: ApprovalRow }) {
  const t = useTranslations('approval.panel');
  const { account, version } = row;
  const [read, setRead] = useState<{ version: number; detail: ApprovalDetail | null } | 'failed' | null>(null);

  useEffect(() => {
    let isLeft = false;
    const timer = setTimeout(async () => {
      try {
        const detail = await readApproval(periodId, account);
        if (!isLeft) setRead({ version, detail });
      } catch {
        if (!isLeft) setRead('failed');
      }
    }, REST_MILLISECONDS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [periodId, account, version]);

  return (
    <aside className={styles.panel} aria-label={t('label', { account })}>
      <h2 className={styles.title}>
        <Link href={accountAddress(periodId, account)}>
          {account} {row.name}
        </Link>
      </h2>
      {read === null && <Skeleton lines={8} label={t('loading')} />}
      {read === 'failed' && <Notice tone="bad" title={t('failed')} live />}
      {read !== null && read !== 'failed' && read.detail === null && <Notice title={t('gone')} live />}
      {read !== null && read !== 'failed' && read.detail !== null && <Content detail={read.detail} row={row} />}
    </aside>
  );
}

function Content({ detail, row }: { detail: ApprovalDetail; row: ApprovalRow }) {
  const t = useTranslations('approval.panel');
  const methods = useTranslations('account.reconciliation.methods');
  const { reconciliation, earlier, previousBalance, changes, comments, olderLimit, preparers } = detail;
  const rules = useTranslations('rules');
  const { workflow, documentedBalance, method, reconciledOn, initials, rule } = reconciliation;
  return (
    <>
      {rule && <p>{rules('loggedBy', { name: rule.name, version: rule.version })}</p>}
      <WorkflowNotice note={workflow.note} />
      <dl className={styles.facts}>
        <Fact term={t('balance')}>
          <Money amount={detail.account.balance} />
        </Fact>
        {earlier && (
          <Fact term={t('before', { earlier: earlier.id })}>
            {previousBalance === null ? t('notThere') : <Money amount={previousBalance} />}
          </Fact>
        )}
        <Fact term={t('documented')}>
          {documentedBalance === null ? t('notGiven') : <Money amount={documentedBalance} />}
        </Fact>
        <Fact term={t('deviation')}>{row.deviation === null ? t('unknown') : <Money amount={row.deviation} />}</Fact>
        <Fact term={t('method')}>{method === null ? t('notGiven') : methods(method)}</Fact>
        <Fact term={t('reconciledOn')}>
          {[reconciledOn && formatDate(reconciledOn), initials].filter(Boolean).join(' · ') || t('notGiven')}
        </Fact>
        <Fact term={t('category')}>
          <CategoryMark category={reconciliation.category} />
        </Fact>
        <Fact term={t('preparers')}>
          {preparers.join(', ')}
          {workflow.submittedAt && ` · ${formatDateTime(workflow.submittedAt)}`}
        </Fact>
        {workflow.approvals.map(({ personId, name, onBehalfOf, at }) => (
          <Fact key={personId} term={t('approvedBy')}>
            {[name, onBehalfOf && t('onBehalfOf', { name: onBehalfOf }), formatDateTime(at)]
              .filter(Boolean)
              .join(' · ')}
          </Fact>
        ))}
      </dl>
      {earlier && (
        <section>
          <h3>{t('changes', { earlier: earlier.id })}</h3>
          {!detail.hadVerdict && <p className={styles.muted}>{t('noVerdict')}</p>}
          {detail.hadVerdict && changes.length === 0 && <p className={styles.muted}>{t('noChanges')}</p>}
          <div className={styles.changes}>
            <ChangeFields fields={changes} sort="changed" />
          </div>
        </section>
      )}
      {reconciliation.findings.map((finding) => (
        <PanelFinding key={finding.committee} finding={finding} olderLimit={olderLimit} />
      ))}
      {comments.length > 0 && (
        <section>
          <h3>{t('comments')}</h3>
          <ul className={styles.comments}>
            {comments.map(({ id, personName, at, text }) => (
              <li key={id}>
                <p className={styles.muted}>
                  {personName} · {formatDateTime(at)}
                </p>
                <p className={styles.text}>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
