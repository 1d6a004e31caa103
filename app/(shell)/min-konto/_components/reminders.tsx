'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { FREQUENCIES, type Frequency } from '#lib/domain/reminder.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { OwnReminders } from '#lib/services/reminders.ts';
import styles from '../../_components/person.module.css';
import { useAct } from '../../_components/use-act.ts';
import { makeCalendarAction, removeCalendarAction, saveRemindersAction } from '../actions.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface RemindersProps extends OwnReminders {
  /** Whether this installation sends mail at all. */
  sendsMail: boolean;
}

/** How one is reminded of deadlines: by mail, and in one's own calendar. */
export function Reminders({ choice, calendarSince, sendsMail }: RemindersProps) {
  const t = useTranslations('me.reminders');
  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      {sendsMail ? <MailForm choice={choice} /> : <p className={styles.help}>{t('noMail')}</p>}
      <Calendar since={calendarSince} />
    </section>
  );
}

function MailForm({ choice }: Pick<OwnReminders, 'choice'>) {
  const t = useTranslations('me.reminders');
  const id = useId();
  const act = useAct({ daysBefore: `${id}-days` });
  const [values, setValues] = useState({ ...choice, daysBefore: String(choice.daysBefore) });
  const [isSaved, setSaved] = useState(false);
  function change(part: Partial<typeof values>) {
    setValues({ ...values, ...part });
    setSaved(false);
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const daysBefore = /^\d{1,3}$/.test(values.daysBefore.trim()) ? Number(values.daysBefore) : -1;
    act.act(
      () => saveRemindersAction({ ...values, daysBefore }),
      () => setSaved(true),
    );
  }
  const hourField = (name: 'quietFrom' | 'quietUntil') => (
    <SelectField
      id={`${id}-${name}`}
      label={t(name)}
      value={String(values[name])}
      onChange={(event) => change({ [name]: Number(event.target.value) })}
    >
      {HOURS.map((hour) => (
        <option key={hour} value={hour}>
          {t('hour', { hour })}
        </option>
      ))}
    </SelectField>
  );
  return (
    <form noValidate onSubmit={save} aria-busy={act.isBusy}>
      <p className={styles.help}>{t('help')}</p>
      <ErrorSummary errors={act.errors} />
      <div className={styles.line}>
        <SelectField
          id={`${id}-frequency`}
          label={t('frequency')}
          value={values.frequency}
          onChange={(event) => change({ frequency: event.target.value as Frequency })}
        >
          {FREQUENCIES.map((one) => (
            <option key={one} value={one}>
              {t(`frequencies.${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('daysBefore')}
          inputMode="numeric"
          {...act.fieldOf('daysBefore', values.daysBefore, (daysBefore) => change({ daysBefore }))}
        />
        {hourField('quietFrom')}
        {hourField('quietUntil')}
        <Button type="submit">{t('save')}</Button>
        <span role="status">{isSaved ? t('saved') : ''}</span>
      </div>
    </form>
  );
}

function Calendar({ since }: { since: string | null }) {
  const t = useTranslations('me.reminders.calendar');
  const { act, isBusy, errors } = useAct();
  const [token, setToken] = useState<string | null>(null);
  return (
    <div aria-busy={isBusy}>
      <h3>{t('title')}</h3>
      <p className={styles.help}>{t('help')}</p>
      <ErrorSummary errors={errors} />
      {token !== null && (
        <Notice tone="good" live title={t('madeTitle')}>
          <p>{t('made')}</p>
          <p>
            <code>{`${window.location.origin}/api/calendar/${token}`}</code>
          </p>
        </Notice>
      )}
      <div className={styles.line}>
        {since !== null && token === null && <span>{t('since', { time: formatDateTime(since) })}</span>}
        <Button onClick={() => act(makeCalendarAction, (made) => setToken(made.token))}>
          {t(since === null ? 'make' : 'renew')}
        </Button>
        {since !== null && (
          <Button kind="quiet" onClick={() => act(removeCalendarAction, () => setToken(null))}>
            {t('remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
