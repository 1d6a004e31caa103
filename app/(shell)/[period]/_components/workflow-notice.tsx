import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { WorkflowNote } from '#lib/domain/workflow.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import styles from './workflow-notice.module.css';

/** Why a reconciliation stands where it does, where there is something to know. */
export function WorkflowNotice({ note }: { note: WorkflowNote | null }) {
  const t = useTranslations('workflow.note');
  if (note === null) return null;
  switch (note.kind) {
    case 'returned':
      return (
        <Notice tone="attention" title={t('returned', { by: note.by, at: formatDateTime(note.at) })}>
          <p className={styles.reason}>{note.reason}</p>
        </Notice>
      );
    case 'balance-changed':
      return (
        <Notice tone="attention" title={t('balanceChanged', { at: formatDateTime(note.at) })}>
          <p>
            {t('balanceFrom')} <Money amount={note.before} unit /> {t('balanceTo')} <Money amount={note.after} unit />.
          </p>
        </Notice>
      );
    case 'changed':
      return <Notice tone="information" title={t('changed', { by: note.by, at: formatDateTime(note.at) })} />;
    case 'taken-back':
      return <Notice title={t('takenBack', { by: note.by, at: formatDateTime(note.at) })} />;
    case 'carried':
      return <Notice title={t('carried', { from: note.from })} />;
  }
}
