'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { SelectField, TextArea } from '#components/ui/text-field.tsx';
import type { PeriodStatus } from '#lib/domain/period.ts';
import type { Missing } from '#lib/services/count-missing.ts';
import type { OpenedPeriod } from '#lib/services/open-next-period.ts';
import { useAct } from '../../../_components/use-act.ts';
import { closePeriodAction, lockPeriodAction, openNextPeriodAction, reopenPeriodAction } from '../actions.ts';
import { MissingList } from './missing-list.tsx';
import styles from './periods.module.css';

interface PeriodActionsProps {
  periodId: string;
  status: PeriodStatus;
  /** null where nothing more can be done in it. */
  missing: Missing | null;
  /** What can be opened from it, the usual next one first. */
  next: readonly string[];
}

type Act = 'close' | 'lock' | 'reopen' | 'open';

/** What can be done with a period as it stands; each act says first what it means. */
export function PeriodActions({ periodId, status, missing, next }: PeriodActionsProps) {
  const t = useTranslations('periods');
  const [act, setAct] = useState<Act | null>(null);
  const acts: Act[] = status === 'open' ? ['close'] : status === 'closed' ? ['lock', 'reopen'] : ['reopen'];
  if (next.length > 0) acts.push('open');
  const done = () => setAct(null);
  return (
    <div className={styles.buttons}>
      {acts.map((one) => (
        <Button key={one} onClick={() => setAct(one)} aria-label={t(`${one}.buttonOf`, { period: periodId })}>
          {t(`${one}.button`)}
        </Button>
      ))}
      <Dialog open={act !== null} onClose={done} title={act === null ? '' : t(`${act}.title`, { period: periodId })}>
        {act === 'close' && <CloseForm periodId={periodId} missing={missing} onDone={done} />}
        {act === 'lock' && <LockForm periodId={periodId} missing={missing} onDone={done} />}
        {act === 'reopen' && <ReopenForm periodId={periodId} onDone={done} />}
        {act === 'open' && <OpenForm periodId={periodId} next={next} onDone={done} />}
      </Dialog>
    </div>
  );
}

interface ActFormProps {
  children: ReactNode;
  act: ReturnType<typeof useAct>;
  submit: string;
  onSubmit: () => void;
  onDone: () => void;
}

function ActForm({ children, act, submit, onSubmit, onDone }: ActFormProps) {
  const t = useTranslations('periods');
  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form noValidate onSubmit={send} aria-busy={act.isBusy} className={styles.form}>
      <ErrorSummary errors={act.errors} />
      {children}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {submit}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function isAnythingMissing(missing: Missing | null): missing is Missing {
  const { checks = [], ...counts } = missing ?? {};
  return checks.length > 0 || Object.values(counts).some((count) => count > 0);
}

function CloseForm({ periodId, missing, onDone }: { periodId: string; missing: Missing | null; onDone: () => void }) {
  const t = useTranslations('periods.close');
  const id = useId();
  const act = useAct({ confirmed: id });
  const [confirmed, setConfirmed] = useState(false);
  return (
    <ActForm
      act={act}
      submit={t('submit')}
      onSubmit={() => act.act(() => closePeriodAction({ periodId, confirmed }), onDone)}
      onDone={onDone}
    >
      <p>{t('text')}</p>
      {isAnythingMissing(missing) && (
        <>
          <Notice tone="attention" title={t('missing')}>
            <MissingList periodId={periodId} missing={missing} />
          </Notice>
          <label className={styles.choice}>
            <input
              id={id}
              type="checkbox"
              checked={confirmed}
              aria-invalid={act.errorOf('confirmed') === undefined ? undefined : true}
              onChange={(event) => setConfirmed(event.target.checked)}
            />
            {t('confirm')}
          </label>
        </>
      )}
    </ActForm>
  );
}

function LockForm({ periodId, missing, onDone }: { periodId: string; missing: Missing | null; onDone: () => void }) {
  const t = useTranslations('periods.lock');
  const closing = useTranslations('periods.close');
  const act = useAct();
  return (
    <ActForm
      act={act}
      submit={t('submit')}
      onSubmit={() => act.act(() => lockPeriodAction({ periodId }), onDone)}
      onDone={onDone}
    >
      <p>{t('text')}</p>
      {isAnythingMissing(missing) && (
        <Notice tone="attention" title={closing('missing')}>
          <MissingList periodId={periodId} missing={missing} />
        </Notice>
      )}
    </ActForm>
  );
}

function ReopenForm({ periodId, onDone }: { periodId: string; onDone: () => void }) {
  const t = useTranslations('periods.reopen');
  const id = useId();
  const act = useAct({ reason: id });
  const [reason, setReason] = useState('');
  return (
    <ActForm
      act={act}
      submit={t('submit')}
      onSubmit={() => act.act(() => reopenPeriodAction({ periodId, reason }), onDone)}
      onDone={onDone}
    >
      <p>{t('text')}</p>
      <TextArea label={t('reason')} help={t('reasonHelp')} required {...act.fieldOf('reason', reason, setReason)} />
    </ActForm>
  );
}

interface OpenFormProps {
  periodId: string;
  next: readonly string[];
  onDone: () => void;
}

function OpenForm({ periodId, next, onDone }: OpenFormProps) {
  const t = useTranslations('periods.open');
  const id = useId();
  const act = useAct({ to: id });
  const [to, setTo] = useState(next[0] ?? '');
  const [opened, setOpened] = useState<OpenedPeriod | null>(null);
  if (opened !== null) return <Opened opened={opened} onDone={onDone} />;
  return (
    <ActForm
      act={act}
      submit={t('submit')}
      onSubmit={() => act.act(() => openNextPeriodAction({ from: periodId, to }), setOpened)}
      onDone={onDone}
    >
      <p>{t('text')}</p>
      <SelectField label={t('to')} help={t('toHelp')} {...act.fieldOf('to', to, setTo)}>
        {next.map((one) => (
          <option key={one} value={one}>
            {Number(one.slice(5)) > 12 ? t('supplementary', { period: one }) : one}
          </option>
        ))}
      </SelectField>
    </ActForm>
  );
}

/** What was carried, and what found no place: never lost silently. */
function Opened({ opened, onDone }: { opened: OpenedPeriod; onDone: () => void }) {
  const t = useTranslations('periods.open');
  const { periodId, accounts, carried, leftBehind } = opened;
  return (
    <div className={styles.form}>
      <Notice tone="good" live title={t('doneTitle', { period: periodId })}>
        <p>{t('carried', { count: carried })}</p>
        {accounts > 0 && <p>{t('started', { count: accounts })}</p>}
      </Notice>
      {leftBehind.length > 0 && (
        <Notice tone="attention" title={t('leftBehindTitle', { count: leftBehind.length })}>
          <ul className={styles.missing}>
            {leftBehind.map(({ account, name, reason, items }) => (
              <li key={account}>
                {account} {name}: {t(`leftBehind.${reason}`, { count: items })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles.buttons}>
        <ButtonLink kind="primary" href={`/${periodId}` as Route}>
          {t('goTo', { period: periodId })}
        </ButtonLink>
        <Button kind="quiet" onClick={onDone}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
