'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { WorkflowNote } from '#lib/domain/workflow.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { TO_RECONCILE } from '#lib/services/overview-deadlines.ts';
import type { OwnTask, TaskList } from '#lib/services/own-tasks.ts';
import { useProblemText } from '../../../problem-text.ts';
import { submitAccounts } from '../../[period]/approval-actions.ts';
import { Deadline } from './deadline.tsx';
import { MOST_SHOWN, TaskLink } from './task-link.tsx';
import styles from './tasks.module.css';

interface OwnListProps {
  kind: TaskList;
  periodId: string;
  tasks: readonly OwnTask[];
  /** Whose they are, as the list of accounts names them. */
  person: string;
}

/** The person's own accounts of one sort: returned, fallen, assigned, or drafts. Their drafts can be sent all at once. */
export function OwnList({ kind, periodId, tasks, person }: OwnListProps) {
  const t = useTranslations('tasks');
  const problemText = useProblemText();
  const word = useTranslations('accounts.status');
  const sendable = kind === 'assigned' || kind === 'drafts' ? tasks.filter(({ isOwnDraft }) => isOwnDraft) : [];
  const isDated = kind === 'assigned' || tasks.some(({ deadline }) => deadline !== null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; title: string; details: string[] } | null>(null);

  async function sendAll() {
    if (busy) return;
    setBusy(true);
    try {
      const accounts = sendable.map(({ account, version }) => ({ account, version }));
      const result = await submitAccounts({ periodId, accounts });
      if (!result.ok) {
        setTold({ tone: 'bad', title: result.problems.map(problemText).join(' '), details: [] });
      } else {
        const { submitted, refused } = result.value;
        setTold({
          tone: refused.length > 0 ? 'bad' : 'good',
          title: t('sent', { count: submitted.length, number: formatCount(submitted.length), refused: refused.length }),
          details: refused.map(({ account, problem }) => `${account}: ${problemText(problem)}`),
        });
      }
    } catch {
      setTold({ tone: 'bad', title: problemText({ code: 'act-failed' }), details: [] });
    } finally {
      setBusy(false);
    }
  }

  const outcome = told && (
    <Notice tone={told.tone} live title={told.title}>
      {told.details.slice(0, MOST_SHOWN).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
  if (tasks.length === 0) return outcome;
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <h3>{t(`${kind}.title`, { number: formatCount(tasks.length) })}</h3>
        {sendable.length > 0 && (
          <Button onClick={sendAll} aria-disabled={busy}>
            {busy ? t('sending') : t('sendAll', { count: sendable.length, number: formatCount(sendable.length) })}
          </Button>
        )}
      </div>
      {outcome}
      <ul className={styles.tasks} data-dated={isDated}>
        {tasks.slice(0, MOST_SHOWN).map(({ account, name, note, status, deadline, daysLate }) => (
          <li key={account} className={styles.task}>
            <TaskLink periodId={periodId} account={account} name={name} list={kind} />
            {isDated && <Deadline deadline={deadline} daysLate={daysLate} />}
            <span>
              {kind === 'assigned' && word(STATUS_WORDS[status])}
              {kind === 'assigned' && note !== null && ' · '}
              {note !== null && <Why note={note} />}
            </span>
          </li>
        ))}
      </ul>
      {tasks.length > MOST_SHOWN && (
        <p className={styles.muted}>
          {t('more', { number: formatCount(tasks.length - MOST_SHOWN) })}{' '}
          <Link href={restAddress(periodId, kind, person)}>{t('seeAll')}</Link>
        </p>
      )}
    </div>
  );
}

const STATUS_WORDS = { 'not-begun': 'ikke-paabegyndt', draft: 'kladde', returned: 'returneret' } as const;

/** The list of accounts that has the rest of a list. */
function restAddress(periodId: string, kind: TaskList, person: string): Route {
  if (kind !== 'assigned') return `/${periodId}/konti?status=${kind === 'returned' ? 'returneret' : 'kladde'}` as Route;
  const open = TO_RECONCILE.map((status) => `status=${status}`).join('&');
  return `/${periodId}/konti?tildelt=${encodeURIComponent(person)}&${open}&sort=frist.asc` as Route;
}

/** Why a reconciliation stands where it does, in a line. */
function Why({ note }: { note: WorkflowNote }) {
  const t = useTranslations('workflow.note');
  switch (note.kind) {
    case 'returned':
      return (
        <span className={styles.why}>
          {t('returned', { by: note.by, at: formatDateTime(note.at) })}: <q>{note.reason}</q>
        </span>
      );
    case 'balance-changed':
      return (
        <span className={styles.why}>
          {t('balanceFrom')} <Money amount={note.before} unit /> {t('balanceTo')} <Money amount={note.after} unit />
        </span>
      );
    case 'changed':
      return <span className={styles.why}>{t('changed', { by: note.by, at: formatDateTime(note.at) })}</span>;
    case 'taken-back':
      return <span className={styles.why}>{t('takenBack', { by: note.by, at: formatDateTime(note.at) })}</span>;
    case 'carried':
      return <span className={styles.why}>{t('carried', { from: note.from })}</span>;
  }
}
