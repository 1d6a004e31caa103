'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SummaryError } from '#components/ui/error-summary.tsx';
import { DateField, readDate } from '#components/ui/formatted-field.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { AccountRow } from '#lib/services/account-rows.ts';
import type { NamedAssignee } from '#lib/services/list-assignees.ts';
import styles from '../../../_components/bulk/bulk.module.css';
import { BulkDialog, Tick } from '../../../_components/bulk/bulk-dialog.tsx';
import type { BulkOrder } from '../../../_components/bulk/send-bulk.ts';
import { DeadlineAdvice } from '../../../_components/deadline/deadline-advice.tsx';

interface AssignDialogProps {
  periodId: string;
  rows: readonly AccountRow[];
  assignees: readonly NamedAssignee[];
  onClose: () => void;
  onRun: (order: BulkOrder) => void;
}

const SAME = '';
const NOBODY = 'ingen';

/** Takes who is to reconcile the accounts, and by when. What is left as it stands changes nothing. */
export function AssignDialog({ periodId, rows, assignees, onClose, onRun }: AssignDialogProps) {
  const t = useTranslations('bulk.assign');
  const [person, setPerson] = useState(SAME);
  const [text, setText] = useState('');
  const [clears, setClears] = useState(false);
  const [allOrNothing, setAllOrNothing] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const deadline = readDate(text);
  const isNothing = person === SAME && text.trim() === '' && !clears;
  const wrong = [
    ...(deadline === undefined ? [{ fieldId: 'bulk-deadline', text: t('badDate') }] : []),
    ...(isNothing ? [{ fieldId: 'bulk-person', text: t('nothing') }] : []),
  ];

  function run() {
    setErrors(wrong);
    if (deadline === undefined || isNothing) return;
    onRun({
      act: 'assign',
      input: {
        periodId,
        accounts: rows.map(({ number }) => number),
        ...(person !== SAME && { personId: person === NOBODY ? null : person }),
        ...(clears ? { deadline: null } : deadline !== null && { deadline }),
        allOrNothing,
      },
    });
  }

  return (
    <BulkDialog
      title={t('title', { count: rows.length, number: formatCount(rows.length) })}
      doIt={t('do')}
      errors={errors}
      onClose={onClose}
      onSubmit={run}
    >
      <div className={styles.fields}>
        <SelectField
          id="bulk-person"
          label={t('person')}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        >
          <option value={SAME}>{t('same')}</option>
          <option value={NOBODY}>{t('nobody')}</option>
          {assignees.map(({ id, name, initials }) => (
            <option key={id} value={id}>
              {name} ({initials})
            </option>
          ))}
        </SelectField>
        <DateField
          id="bulk-deadline"
          label={t('deadline')}
          help={t('deadlineHelp')}
          value={text}
          onChange={setText}
          disabled={clears}
        />
      </div>
      {!clears && <DeadlineAdvice fieldId="bulk-deadline" value={text} onChange={setText} />}
      <div className={styles.choices}>
        <Tick label={t('clear')} checked={clears} onChange={setClears} />
        <Tick label={t('allOrNothing')} checked={allOrNothing} onChange={setAllOrNothing} />
      </div>
    </BulkDialog>
  );
}
