'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DateField, readDate } from '#components/ui/formatted-field.tsx';
import { SelectField, TextArea } from '#components/ui/text-field.tsx';
import { SHARED } from '#lib/domain/report-text.ts';
import { formatDate } from '#lib/format/date.ts';
import type { TextAt } from './text-calls.ts';
import styles from './text-desk.module.css';
import { standingOf, TextStatusTag } from './text-standing.tsx';
import type { useTextDesk } from './use-text-desk.ts';

interface TextTaskProps {
  at: TextAt;
  desk: ReturnType<typeof useTextDesk>;
}

/** Numbers of the text that are none of the report's, for which the report is not ready. */
interface WithWrong {
  wrong: number;
}

/** How far a text is, who is to write it and by when, and what can be done to bring it on. */
export function TextTask({ at, desk, wrong }: TextTaskProps & WithWrong) {
  const t = useTranslations('reportTexts.task');
  const { side } = at;
  const { text, may } = side;
  const [reason, setReason] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { standing } = desk;
  const isDraft = standing === null || standing === 'draft';
  const isWritten = desk.document.length > 0;
  const status = standing === null ? 'missing' : standingOf({ document: desk.stored, status: standing });

  async function sendBack() {
    if (reason === null || reason.trim() === '') setAsked(true);
    else if (await desk.act('return', { reason })) setReason(null);
  }

  return (
    <div className={styles.part}>
      <p className={styles.standing}>
        <TextStatusTag status={status} />
        {standing === 'approved' && text?.approved && (
          <span className={styles.quiet}>
            {t('approvedBy', { name: text.approved.byName, date: formatDate(text.approved.at.slice(0, 10)) })}
          </span>
        )}
      </p>
      {isDraft && text?.returned && (
        <p className={styles.returned}>
          {t('returnedBy', { name: text.returned.byName, date: formatDate(text.returned.at.slice(0, 10)) })}{' '}
          <q>{text.returned.reason}</q>
        </p>
      )}
      <div className={styles.buttons}>
        {may.write && isDraft && (
          <Button
            kind={isWritten ? 'primary' : 'secondary'}
            aria-disabled={!isWritten}
            onClick={() => isWritten && desk.act('finish')}
          >
            {t('finish')}
          </Button>
        )}
        {may.approve && standing === 'ready' && (
          <Button kind="primary" onClick={() => desk.act('approve')}>
            {t('approve')}
          </Button>
        )}
        {may.return && !isDraft && reason === null && <Button onClick={() => setReason('')}>{t('return')}</Button>}
      </div>
      {may.write && isDraft && wrong > 0 && <p className={styles.returned}>{t('wrong', { count: wrong })}</p>}
      {reason !== null && (
        <div className={styles.form}>
          <TextArea
            label={t('reason')}
            required
            error={isAsked && reason.trim() === '' ? t('reasonNeeded') : null}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles.buttons}>
            <Button onClick={sendBack}>{t('return')}</Button>
            <Button kind="quiet" onClick={() => setReason(null)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
      {may.write && <Assignment at={at} desk={desk} />}
    </div>
  );
}

function Assignment({ at: { frame, side }, desk }: TextTaskProps) {
  const t = useTranslations('reportTexts.task');
  const people = side.owner === SHARED ? frame.writers.shared : frame.writers.own;
  const [person, setPerson] = useState(side.text?.assigneeId ?? '');
  const [deadline, setDeadline] = useState(side.text?.deadline ? formatDate(side.text.deadline) : '');
  const date = readDate(deadline);
  const isChanged = person !== (side.text?.assigneeId ?? '') || (date ?? null) !== (side.text?.deadline ?? null);
  if (people.length === 0) return null;
  return (
    <div className={styles.form}>
      <SelectField label={t('writer')} value={person} onChange={(event) => setPerson(event.target.value)}>
        <option value="">{t('nobody')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <DateField label={t('deadline')} value={deadline} onChange={setDeadline} />
      {isChanged && (
        <Button
          onClick={() => {
            if (date !== undefined) desk.act('assign', { personId: person === '' ? null : person, deadline: date });
          }}
        >
          {t('assign')}
        </Button>
      )}
    </div>
  );
}
